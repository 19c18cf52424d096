import { type Address, isAddressEqual, type Log, parseEventLogs } from "viem";
import { stakingAbi } from "../abi/staking.ts";
import { formatPlural } from "../format/number.ts";
import type { Flow, Result, Tools } from "../tx/flow.ts";
import { stakingCall, stakingEvents } from "./stakePosition.ts";

export type ClaimStakingRequest = {
  /** Pools with something due, each 2^160 + registry id; at least one. */
  targets: bigint[];
};

/** What was paid, by the chain's own events: wei of OPEN, and units of the stable token by its own decimals. */
type Paid = { open: bigint; dollar: bigint };

export type ClaimStakingFacts = {
  /** OPEN's address, to tell the two tokens apart. */
  token: Address;
  /** Payments each pool had made to the account before. */
  before: number[];
  /** Null until it is paid. */
  paid: Paid | null;
};

type Payment = { token: Address; amount: bigint };

/** Takes out the rewards of all positions, in both tokens, in one transaction. */
export const claimStakingFlow: Flow<ClaimStakingRequest, ClaimStakingFacts> = {
  name: "claimStaking",
  async plan({ targets }, tools) {
    const before = (await paymentsOf(targets, tools)).map((payments) => payments.length);
    return { facts: { token: tools.network.deployment.contracts.open, before, paid: null }, steps: ["claim"] };
  },
  title: (_, { targets }) => `Claim the rewards of ${formatPlural(targets.length, "position")}`,
  act: async (_, { targets }, __, tools) => ({ kind: "write", call: stakingCall(tools, "claimMany", [targets]) }),

  learn(_, result, { targets }, facts) {
    const { logs } = (result as Extract<Result, { kind: "write" }>).outcome;
    const events = parseEventLogs({ abi: stakingAbi, eventName: "RewardPaid", logs: logs as Log[] });
    const mine = events.map(({ args }) => args).filter(({ target }) => targets.includes(target));
    if (mine.length === 0) throw new Error("The transaction holds no RewardPaid event.");
    return { ...facts, paid: sum(mine, facts.token) };
  },

  /** One transaction claims from all: each pool has paid once more, or none has. */
  async recover(_, { targets }, facts, tools) {
    const fresh = (await paymentsOf(targets, tools)).map((payments, i) => payments.slice(facts.before[i]));
    if (fresh.some((payments) => payments.length === 0)) return null;
    return { ...facts, paid: sum(fresh.flat(), facts.token) };
  },
};

const paymentsOf = (targets: readonly bigint[], tools: Tools): Promise<Payment[][]> =>
  Promise.all(targets.map(async (target) => (await stakingEvents(tools, "RewardPaid", target)) as Payment[]));

function sum(payments: readonly Payment[], open: Address): Paid {
  const total = { open: 0n, dollar: 0n };
  for (const { token, amount } of payments) total[isAddressEqual(token, open) ? "open" : "dollar"] += amount;
  return total;
}
