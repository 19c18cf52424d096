import { FlowError } from "../errors/FlowError.ts";
import type { Flow } from "../tx/flow.ts";
import { type Proposed, proposalCall, stateOf } from "./governor.ts";

/** Hands a proposal that passed to the timelock, which holds it for its delay. Anyone may send it. */
export const queueProposalFlow: Flow<Proposed, Record<string, never>> = {
  name: "queueProposal",
  plan: async () => ({ facts: {}, steps: ["queue"] }),
  title: () => "Queue the proposal in the timelock",
  act: async (_, proposal, __, tools) => ({ kind: "write", call: proposalCall(tools, "queue", proposal) }),
  learn: () => ({}),

  /** It is queued once: whoever sent it, it is done. */
  async recover(_, { id }, facts, tools) {
    const state = await stateOf(tools, id);
    if (state === "canceled") throw new FlowError("proposalMoved");
    return state === "queued" || state === "executed" ? facts : null;
  },
};
