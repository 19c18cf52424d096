import { encodeAbiParameters, encodeEventTopics } from "viem";
import { expect, it } from "vitest";
import { stakingAbi } from "../abi/staking.ts";
import { testTools } from "./testTools.ts";
import { withdrawStakeFlow } from "./withdrawStake.ts";

const target = 2n ** 160n + 7n;
const request = { target, name: "Notary" };
const tools = (amounts: bigint[] = []) =>
  testTools({ events: async () => amounts.map((amount) => ({ args: { amount } })) });

it("tells what came out, which a slash may have made less", async () => {
  const at = tools();
  const { facts } = await withdrawStakeFlow.plan(request, at);
  expect(await withdrawStakeFlow.act("withdraw", request, facts, at)).toMatchObject({
    call: { functionName: "withdraw", args: [target] },
  });
  const log = {
    topics: encodeEventTopics({ abi: stakingAbi, eventName: "Withdrawn", args: { target, who: at.port.account } }),
    data: encodeAbiParameters([{ type: "uint256" }], [41n]),
  };
  const outcome = (logs: object[]) => ({ kind: "write", outcome: { logs } }) as never;
  expect(withdrawStakeFlow.learn("withdraw", outcome([log]), request, facts)).toEqual({ earlier: 0, withdrawn: 41n });
  expect(() => withdrawStakeFlow.learn("withdraw", outcome([]), request, facts)).toThrow("no Withdrawn event");
});

it("after a reload finds the withdrawal under way, and takes no earlier one for it", async () => {
  const { facts } = await withdrawStakeFlow.plan(request, tools([5n]));
  const recover = (amounts: bigint[]) => withdrawStakeFlow.recover!("withdraw", request, facts, tools(amounts));
  expect(await recover([5n])).toBeNull();
  expect(await recover([5n, 6n])).toEqual({ earlier: 1, withdrawn: 6n });
});
