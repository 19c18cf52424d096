import { encodeAbiParameters, encodeEventTopics } from "viem";
import { expect, it } from "vitest";
import { stakingAbi } from "../abi/staking.ts";
import { testTools } from "./testTools.ts";
import { unstakeFlow } from "./unstake.ts";

const target = 2n ** 160n + 7n;
const request = { target, name: "Notary", shares: 30n, worth: 20n };
const tools = (events: { shares: bigint; at: bigint }[] = []) =>
  testTools({ events: async () => events.map((args) => ({ args })) });

it("thaws shares, not money, and learns from the chain until when", async () => {
  const at = tools();
  const { facts, steps } = await unstakeFlow.plan(request, at);
  expect(steps).toEqual(["unstake"]);
  expect(await unstakeFlow.act("unstake", request, facts, at)).toMatchObject({
    call: { functionName: "unstake", args: [target, 30n] },
  });
  const log = {
    topics: encodeEventTopics({ abi: stakingAbi, eventName: "Unstaking", args: { target, who: at.port.account } }),
    data: encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [30n, 1_234n]),
  };
  const outcome = (logs: object[]) => ({ kind: "write", outcome: { logs } }) as never;
  expect(unstakeFlow.learn("unstake", outcome([log]), request, facts)).toEqual({ before: 0, thawedAt: 1_234 });
  expect(() => unstakeFlow.learn("unstake", outcome([]), request, facts)).toThrow("no Unstaking event");
});

it("after a reload finds what it began to thaw, and nothing from before", async () => {
  const earlier = { shares: 30n, at: 10n };
  const { facts } = await unstakeFlow.plan(request, tools([earlier]));
  const recover = (...events: { shares: bigint; at: bigint }[]) =>
    unstakeFlow.recover!("unstake", request, facts, tools([earlier, ...events]));
  expect(await recover()).toBeNull();
  expect(await recover({ shares: 29n, at: 20n })).toBeNull();
  expect(await recover({ shares: 30n, at: 20n })).toEqual({ before: 1, thawedAt: 20 });
});
