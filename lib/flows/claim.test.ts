import { encodeAbiParameters, encodeEventTopics, type Hex } from "viem";
import { expect, it } from "vitest";
import { settlementAbi } from "../abi/settlement.ts";
import { type Claim, claimFlow } from "./claim.ts";
import { testTools } from "./testTools.ts";

const claim: Claim = { epoch: 3n, index: 1n, payee: `0x${"0".repeat(63)}1`, amount: 9n, proof: "0x" };
const other: Claim = { ...claim, payee: `0x${"0".repeat(63)}2` };
const request = { claims: [claim, other], pays: 18n };
const facts = { paid: null };

const logOf = (payee: Hex, epoch: bigint, amount: bigint) => ({
  topics: encodeEventTopics({ abi: settlementAbi, eventName: "Claimed", args: { payee, epoch } }),
  data: encodeAbiParameters([{ type: "uint256" }], [amount]),
});
const outcome = (logs: object[]) =>
  ({ kind: "write", outcome: { status: "success", hash: "0x1", block: 5, time: 0, logs } }) as never;

it("claims one leaf alone and several at once", async () => {
  const one = await claimFlow.act("claim", { claims: [claim], pays: 9n }, facts, testTools());
  expect(one).toMatchObject({ call: { functionName: "claim", args: [claim] } });
  const two = await claimFlow.act("claim", { claims: [claim, claim], pays: 9n }, facts, testTools());
  expect(two).toMatchObject({ call: { functionName: "claimMany", args: [[claim, claim]] } });
});

it("tells what the chain paid, not what was planned, and nobody else's money", () => {
  const logs = [logOf(claim.payee, 3n, 4n), logOf(other.payee, 3n, 2n), logOf(`0x${"0".repeat(63)}9`, 3n, 100n)];
  expect(claimFlow.learn("claim", outcome(logs), request, facts)).toEqual({ paid: 6n });
  expect(() => claimFlow.learn("claim", outcome([]), request, facts)).toThrow("no Claimed event");
});

it("after a reload finds what was paid under the claim's own epoch, all of it or nothing", async () => {
  const events = [{ payee: claim.payee, epoch: 3n, amount: 4n }];
  const recover = () =>
    claimFlow.recover!(
      "claim",
      request,
      facts,
      testTools({
        events: async ({ args }) => events.filter(({ payee }) => payee === args!.payee).map((args) => ({ args })),
      }),
    );
  expect(await recover()).toBeNull();
  events.push({ payee: other.payee, epoch: 2n, amount: 5n });
  expect(await recover()).toBeNull();
  events.push({ payee: other.payee, epoch: 3n, amount: 5n });
  expect(await recover()).toEqual({ paid: 9n });
});
