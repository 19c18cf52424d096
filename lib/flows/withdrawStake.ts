import { type Log, parseEventLogs } from "viem";
import { stakingAbi } from "../abi/staking.ts";
import type { Flow, Result } from "../tx/flow.ts";
import { stakingCall, stakingEvents } from "./stakePosition.ts";

export type WithdrawStakeRequest = {
  /** 2^160 + registry id. */
  target: bigint;
  name: string;
};

export type WithdrawStakeFacts = {
  /** How often the account had withdrawn here before. */
  earlier: number;
  /** Wei that came out: what slashes have left of it. Null until they have. */
  withdrawn: bigint | null;
};

/** Takes out all that has thawed in one pool. */
export const withdrawStakeFlow: Flow<WithdrawStakeRequest, WithdrawStakeFacts> = {
  name: "withdrawStake",
  plan: async ({ target }, tools) => ({
    facts: { earlier: (await stakingEvents(tools, "Withdrawn", target)).length, withdrawn: null },
    steps: ["withdraw"],
  }),
  title: (_, { name }) => `Withdraw what has thawed at ${name}`,
  act: async (_, { target }, __, tools) => ({ kind: "write", call: stakingCall(tools, "withdraw", [target]) }),

  learn(_, result, __, facts) {
    const { logs } = (result as Extract<Result, { kind: "write" }>).outcome;
    const [event] = parseEventLogs({ abi: stakingAbi, eventName: "Withdrawn", logs: logs as Log[] });
    if (!event) throw new Error("The transaction holds no Withdrawn event.");
    return { ...facts, withdrawn: event.args.amount };
  },

  async recover(_, { target }, facts, tools) {
    const event = (await stakingEvents(tools, "Withdrawn", target))[facts.earlier];
    return event ? { ...facts, withdrawn: event.amount as bigint } : null;
  },
};
