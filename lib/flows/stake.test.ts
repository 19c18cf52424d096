import { expect, it } from "vitest";
import { stakeFlow } from "./stake.ts";
import { testTools } from "./testTools.ts";

const request = { target: 2n ** 160n + 7n, name: "Notary", amount: 5n * 10n ** 18n };

const tools = (allowance: bigint, staked: bigint[] = []) =>
  testTools({
    read: async <T>() => allowance as T,
    events: async () => staked.map((amount) => ({ args: { amount } })),
  });

it.each([
  [0n, ["approve", "stake"]],
  [request.amount - 1n, ["approve", "stake"]],
  [request.amount, ["stake"]],
])("with an allowance of %i: %j", async (allowance, steps) => {
  expect((await stakeFlow.plan(request, tools(allowance))).steps).toEqual(steps);
});

it("allows exactly the amount, then stakes it on the target", async () => {
  const at = tools(0n);
  const { facts } = await stakeFlow.plan(request, at);
  const { open, staking } = at.network.deployment.contracts;
  expect(await stakeFlow.act("approve", request, facts, at)).toMatchObject({
    call: { address: open, functionName: "approve", args: [staking, request.amount] },
  });
  expect(await stakeFlow.act("stake", request, facts, at)).toMatchObject({
    call: { address: staking, functionName: "stake", args: [request.target, request.amount] },
  });
});

it("after a reload finds the stake that was made, and takes neither an earlier nor another one for it", async () => {
  const { facts } = await stakeFlow.plan(request, tools(0n, [request.amount]));
  const recover = (staked: bigint[]) => stakeFlow.recover!("stake", request, facts, tools(0n, staked));
  expect(await recover([request.amount])).toBeNull();
  expect(await recover([request.amount, 7n])).toBeNull();
  expect(await recover([request.amount, request.amount])).toEqual(facts);
});

it("after a reload takes an allowance that is there for the approval", async () => {
  const facts = { before: 0 };
  expect(await stakeFlow.recover!("approve", request, facts, tools(request.amount - 1n))).toBeNull();
  expect(await stakeFlow.recover!("approve", request, facts, tools(request.amount))).toEqual(facts);
});
