import { type Log, parseEventLogs } from "viem";
import { stakingAbi } from "../abi/staking.ts";
import { formatOpen } from "../format/money.ts";
import type { Flow, Result } from "../tx/flow.ts";
import { stakingCall, stakingEvents } from "./stakePosition.ts";

export type UnstakeRequest = {
  /** 2^160 + registry id. */
  target: bigint;
  name: string;
  shares: bigint;
  /** Wei the shares are worth now: a slash may take of it until it is withdrawn. */
  worth: bigint;
};

export type UnstakeFacts = {
  /** How often the account had unstaked here before. */
  before: number;
  /** When all that thaws here can be taken out, unix seconds; null until it thaws. */
  thawedAt: number | null;
};

/** Starts to thaw shares. They stop earning and voting at once, and stay slashable. */
export const unstakeFlow: Flow<UnstakeRequest, UnstakeFacts> = {
  name: "unstake",
  plan: async ({ target }, tools) => ({
    facts: { before: (await stakingEvents(tools, "Unstaking", target)).length, thawedAt: null },
    steps: ["unstake"],
  }),
  title: (_, { worth, name }) => `Unstake ${formatOpen(worth, "precise")} OPEN from ${name}`,
  act: async (_, { target, shares }, __, tools) => ({
    kind: "write",
    call: stakingCall(tools, "unstake", [target, shares]),
  }),

  learn(_, result, __, facts) {
    const { logs } = (result as Extract<Result, { kind: "write" }>).outcome;
    const [event] = parseEventLogs({ abi: stakingAbi, eventName: "Unstaking", logs: logs as Log[] });
    if (!event) throw new Error("The transaction holds no Unstaking event.");
    return { ...facts, thawedAt: Number(event.args.at) };
  },

  async recover(_, { target, shares }, facts, tools) {
    const event = (await stakingEvents(tools, "Unstaking", target))[facts.before];
    return event?.shares === shares ? { ...facts, thawedAt: Number(event.at) } : null;
  },
};
