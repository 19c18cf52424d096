import { type Address, encodeAbiParameters, encodeEventTopics } from "viem";
import { expect, it } from "vitest";
import { stakingAbi } from "../abi/staking.ts";
import { claimStakingFlow } from "./claimStaking.ts";
import { testTools } from "./testTools.ts";

const [first, second, other] = [1n, 2n, 3n].map((id) => 2n ** 160n + id) as [bigint, bigint, bigint];
const request = { targets: [first, second] };
const { open } = testTools().network.deployment.contracts;
const dollar: Address = `0x${"d".repeat(40)}`;

type Payment = { target: bigint; token: Address; amount: bigint };
const tools = (payments: Payment[] = []) =>
  testTools({
    events: async ({ args }) => payments.filter(({ target }) => target === args!.target).map((args) => ({ args })),
  });
const logOf = ({ target, token, amount }: Payment) => ({
  topics: encodeEventTopics({
    abi: stakingAbi,
    eventName: "RewardPaid",
    args: { target, who: testTools().port.account, token },
  }),
  data: encodeAbiParameters([{ type: "uint256" }], [amount]),
});

const paid: Payment[] = [
  { target: first, token: open, amount: 10n },
  { target: first, token: dollar, amount: 3n },
  { target: second, token: open, amount: 200n },
];

it("claims all pools at once and keeps the two tokens apart", async () => {
  const at = tools();
  const { facts } = await claimStakingFlow.plan(request, at);
  expect(await claimStakingFlow.act("claim", request, facts, at)).toMatchObject({
    call: { functionName: "claimMany", args: [[first, second]] },
  });
  const logs = [...paid, { target: other, token: open, amount: 4_000n }].map(logOf);
  const outcome = (logs: object[]) => ({ kind: "write", outcome: { logs } }) as never;
  expect(claimStakingFlow.learn("claim", outcome(logs), request, facts).paid).toEqual({ open: 210n, dollar: 3n });
  expect(() => claimStakingFlow.learn("claim", outcome([]), request, facts)).toThrow("no RewardPaid event");
});

it("after a reload finds what all pools paid, or nothing", async () => {
  const earlier = { target: first, token: open, amount: 1n };
  const { facts } = await claimStakingFlow.plan(request, tools([earlier]));
  const recover = (payments: Payment[]) =>
    claimStakingFlow.recover!("claim", request, facts, tools([earlier, ...payments]));
  expect(await recover([])).toBeNull();
  expect(await recover(paid.slice(0, 2))).toBeNull();
  expect((await recover(paid))?.paid).toEqual({ open: 210n, dollar: 3n });
});
