import type { Flow } from "../tx/flow.ts";
import { type Proposed, proposalCall, stateOf } from "./governor.ts";

/** Takes a proposal back: only its proposer, and only before voting begins. */
export const cancelProposalFlow: Flow<Proposed, Record<string, never>> = {
  name: "cancelProposal",
  plan: async () => ({ facts: {}, steps: ["cancel"] }),
  title: () => "Take the proposal back",
  act: async (_, proposal, __, tools) => ({ kind: "write", call: proposalCall(tools, "cancel", proposal) }),
  learn: () => ({}),
  recover: async (_, { id }, facts, tools) => ((await stateOf(tools, id)) === "canceled" ? facts : null),
};
