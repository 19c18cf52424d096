import { shortHex } from "../format/address.ts";
import type { Ballot } from "../governance/ballot.ts";
import { supports } from "../governance/support.ts";
import type { Flow } from "../tx/flow.ts";
import { governorCall, mustCount } from "./governor.ts";
import { voteOf } from "./voteOf.ts";

/** Votes in wei that the ballot weighs. */
export type SubmitBallotFacts = { weight: bigint };

/** Hands in a ballot that somebody signed: the sender pays the gas, the vote is the signer's. */
export const submitBallotFlow: Flow<Ballot, SubmitBallotFacts> = {
  name: "submitBallot",
  plan: async ({ proposal, voter }, tools) => ({
    facts: { weight: await mustCount(tools, proposal, voter) },
    steps: ["submit"],
  }),
  title: (_, { voter, support }) => `Submit the ballot of ${shortHex(voter)}: ${supports[support]}`,
  async act(_, { proposal, support, voter, reason, signature }, __, tools) {
    const args = [proposal, support, voter, reason, "0x", signature];
    return { kind: "write", call: governorCall(tools, "castVoteWithReasonAndParamsBySig", args) };
  },
  learn: (_, __, ___, facts) => facts,

  async recover(_, { proposal, voter }, facts, tools) {
    const vote = await voteOf(tools, proposal, voter);
    return vote && { ...facts, weight: vote.weight };
  },
};
