import type { Address } from "viem";
import type { Flow } from "../tx/flow.ts";
import { stakingCall } from "./stakePosition.ts";

export type CountVotesRequest = {
  /** 2^160 + registry id. */
  target: bigint;
  name: string;
  /** Whose position; anybody may ask for it. */
  who: Address;
};

export type CountVotesFacts = Record<never, never>;

/** Counts a position's votes anew: slashed stake keeps its votes until somebody asks, stake from before the first delegation has none. */
export const countVotesFlow: Flow<CountVotesRequest, CountVotesFacts> = {
  name: "countVotes",
  plan: async () => ({ facts: {}, steps: ["count"] }),
  title: (_, { name }) => `Count the votes of the stake on ${name} anew`,
  act: async (_, { target, who }, __, tools) => ({ kind: "write", call: stakingCall(tools, "count", [target, who]) }),
  learn: (_, __, ___, facts) => facts,
  // Counting twice changes nothing: where it cannot be told, it is asked again.
};
