import { encodeAbiParameters, encodeEventTopics, type Log } from "viem";
import { expect, it } from "vitest";
import { escrowAbi } from "../abi/escrow.ts";
import { testTools } from "./testTools.ts";
import { withdrawFlow } from "./withdraw.ts";

const request = { thawed: 5n };
const after = (...amounts: bigint[]) =>
  testTools({ events: async () => amounts.map((amount) => ({ args: { amount } })) });

it("withdraws from this server's gateway", async () => {
  const tools = after(3n);
  const { facts, steps } = await withdrawFlow.plan(request, tools);
  expect([facts, steps]).toEqual([{ earlier: 1, withdrawn: null }, ["withdraw"]]);
  const { contracts, gateway } = tools.network.deployment;
  expect(await withdrawFlow.act("withdraw", request, facts, tools)).toMatchObject({
    call: { address: contracts.escrow, functionName: "withdraw", args: [gateway] },
  });
});

it("learns from the chain what came out, which may be less than had thawed", () => {
  const { network, port } = testTools();
  const { contracts, gateway } = network.deployment;
  const log = {
    address: contracts.escrow,
    topics: encodeEventTopics({
      abi: escrowAbi,
      eventName: "Withdrawn",
      args: { payer: port.account, gateway },
    }),
    data: encodeAbiParameters([{ type: "uint256" }], [4n]),
  } as unknown as Log;
  const learn = (logs: Log[]) => {
    const outcome = { status: "success" as const, hash: "0x1" as const, block: 9, time: 1, logs };
    return withdrawFlow.learn("withdraw", { kind: "write", outcome }, request, { earlier: 0, withdrawn: null });
  };
  expect(learn([log])).toEqual({ earlier: 0, withdrawn: 4n });
  expect(() => learn([])).toThrow("Withdrawn");
});

it("left while the wallet was open, looks for a withdrawal after the earlier ones", async () => {
  const facts = { earlier: 1, withdrawn: null };
  expect(await withdrawFlow.recover!("withdraw", request, facts, after(3n))).toBeNull();
  expect(await withdrawFlow.recover!("withdraw", request, facts, after(3n, 4n))).toEqual({ earlier: 1, withdrawn: 4n });
});
