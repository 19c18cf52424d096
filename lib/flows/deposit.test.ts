import { type Hex, verifyTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { expect, it, vi } from "vitest";
import { isDone } from "../tx/flow.ts";
import { beginFlow, runFlow } from "../tx/runFlow.ts";
import { depositFlow, permitMessage } from "./deposit.ts";
import { testTools } from "./testTools.ts";

const signer = privateKeyToAccount(`0x${"11".repeat(32)}`);
const request = { amount: 5n * 10n ** 18n, permit: true };

const tools = (allowance: bigint, deposited: bigint[] = []) =>
  testTools({
    account: signer.address,
    read: async <T>() => allowance as T,
    pendingTime: async () => 100,
    events: async () => deposited.map((amount) => ({ args: { amount } })),
  });

it.each([
  [0n, true, ["permit", "deposit"]],
  [0n, false, ["approve", "deposit"]],
  [request.amount, true, ["deposit"]],
])("with an allowance of %i, permit %s: %j", async (allowance, permit, steps) => {
  expect((await depositFlow.plan({ ...request, permit }, tools(allowance))).steps).toEqual(steps);
});

it("turns a signed permit into the call that uses it", async () => {
  const at = tools(0n);
  const { facts } = await depositFlow.plan(request, at);
  const action = await depositFlow.act("permit", request, facts, at);
  if (action.kind !== "sign") throw new Error(action.kind);
  const signature = await signer.signTypedData(action.message as never);
  const message = permitMessage(at, at.network.deployment.contracts.escrow, request.amount, 0n, facts.deadline);
  expect(await verifyTypedData({ ...(message as never as object), address: signer.address, signature } as never)).toBe(
    true,
  );

  const signed = depositFlow.learn("permit", { kind: "sign", signature }, request, facts);
  const deposit = await depositFlow.act("deposit", request, signed, at);
  if (deposit.kind !== "write") throw new Error(deposit.kind);
  const [payer, gateway, amount, deadline, v, r, s] = deposit.call.args as [
    string,
    string,
    bigint,
    bigint,
    number,
    Hex,
    Hex,
  ];
  expect(deposit.call.functionName).toBe("depositWithPermit");
  expect([payer, gateway, amount, deadline]).toEqual([
    signer.address,
    at.network.deployment.gateway,
    request.amount,
    86_500n,
  ]);
  expect(`${r}${s.slice(2)}${v.toString(16)}`).toBe(signature);
});

it.each([
  ["1b", 27],
  ["1c", 28],
])("sends the parity of a signature that ends in %s", async (end, v) => {
  const at = tools(0n);
  const { facts } = await depositFlow.plan(request, at);
  const signed = { ...facts, signature: `0x${"11".repeat(64)}${end}` as const };
  const half = `0x${"11".repeat(32)}`;
  expect(await depositFlow.act("deposit", request, signed, at)).toMatchObject({
    call: {
      functionName: "depositWithPermit",
      args: [signer.address, at.network.deployment.gateway, request.amount, 86_500n, v, half, half],
    },
  });
});

it("deposits plainly where the allowance is there", async () => {
  const at = tools(request.amount);
  const { facts } = await depositFlow.plan(request, at);
  const deposit = await depositFlow.act("deposit", request, facts, at);
  expect(deposit).toMatchObject({
    call: { functionName: "deposit", args: [signer.address, at.network.deployment.gateway, request.amount] },
  });
});

it("after a reload finds the deposit that was made, and does not take an earlier one for it", async () => {
  const earlier = [request.amount, 7n];
  const { facts } = await depositFlow.plan(request, tools(0n, earlier));
  const recover = (deposited: bigint[]) => depositFlow.recover!("deposit", request, facts, tools(0n, deposited));
  expect(await recover(earlier)).toBeNull();
  expect(await recover([...earlier, 7n])).toBeNull();
  expect(await recover([...earlier, request.amount])).toEqual(facts);
});

it("after a reload takes an allowance that is there for the approval, and asks again for a lost signature", async () => {
  const { facts } = await depositFlow.plan(request, tools(0n));
  const recover = (step: string, allowance: bigint) => depositFlow.recover!(step, request, facts, tools(allowance));
  expect(await recover("approve", request.amount - 1n)).toBeNull();
  expect(await recover("approve", request.amount)).toEqual(facts);
  expect(await recover("permit", request.amount)).toBeNull();
});

it("run again after a reload at the wallet, deposits once", async () => {
  const chain = { allowance: request.amount, deposited: [] as bigint[] };
  const send = vi.fn(async () => {
    chain.deposited.push(request.amount);
    return "0x01" as const;
  });
  const at = testTools({
    read: async <T>() => chain.allowance as T,
    pendingTime: async () => 100,
    events: async () => chain.deposited.map((amount) => ({ args: { amount } })),
    isWaiting: async () => false,
    send,
    outcome: async (hash) => ({ status: "success", hash, block: 5, time: 0, logs: [] }),
  });
  const options = { tools: at, onChange: () => {}, indexed: async () => true };
  const begun = await beginFlow(depositFlow, request, at);
  const reloaded = { ...begun, steps: begun.steps.map((step) => ({ ...step, phase: "wallet" as const })) };
  await send(); // the wallet sent it after the page was gone
  const end = await runFlow(depositFlow, reloaded, { ...options, interactive: false });
  expect(isDone(end)).toBe(true);
  expect(send).toHaveBeenCalledTimes(1);
});
