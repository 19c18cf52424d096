import { type Support, supports } from "../governance/support.ts";
import type { Flow } from "../tx/flow.ts";
import { governorCall, mustCount } from "./governor.ts";
import { voteOf } from "./voteOf.ts";

export type CastVoteRequest = {
  proposal: bigint;
  support: Support;
  /** Public for ever; may be empty. */
  reason: string;
};

/** Votes in wei: what the ballot weighs at the proposal's snapshot. */
export type CastVoteFacts = { weight: bigint };

/** Votes on a proposal. Without votes there is nothing to cast, which is said before the wallet opens. */
export const castVoteFlow: Flow<CastVoteRequest, CastVoteFacts> = {
  name: "castVote",
  plan: async ({ proposal }, tools) => ({
    facts: { weight: await mustCount(tools, proposal, tools.port.account) },
    steps: ["vote"],
  }),
  title: (_, { support }) => `Vote ${supports[support]}`,
  async act(_, { proposal, support, reason }, __, tools) {
    const call = reason
      ? governorCall(tools, "castVoteWithReason", [proposal, support, reason])
      : governorCall(tools, "castVote", [proposal, support]);
    return { kind: "write", call };
  },
  learn: (_, __, ___, facts) => facts,

  /** An account votes once: any vote of it is this one. */
  async recover(_, { proposal }, facts, tools) {
    const vote = await voteOf(tools, proposal, tools.port.account);
    return vote && { ...facts, weight: vote.weight };
  },
};
