import { type Hex, verifyTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { expect, it } from "vitest";
import { depositFlow, permitMessage } from "./deposit.ts";
import { testTools } from "./testTools.ts";

const signer = privateKeyToAccount(`0x${"11".repeat(32)}`);
const request = { amount: 5n * 10n ** 18n, permit: true };

const tools = (allowance: bigint) =>
  testTools({ account: signer.address, read: async <T>() => allowance as T, pendingTime: async () => 100 });

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

it("deposits plainly where the allowance is there", async () => {
  const at = tools(request.amount);
  const { facts } = await depositFlow.plan(request, at);
  const deposit = await depositFlow.act("deposit", request, facts, at);
  expect(deposit).toMatchObject({
    call: { functionName: "deposit", args: [signer.address, at.network.deployment.gateway, request.amount] },
  });
});
