import { arbiterAbi } from "../abi/arbiter.ts";
import { openGovernorAbi } from "../abi/opengovernor.ts";
import { timelockAbi } from "../abi/timelock.ts";
import { FlowError } from "../errors/FlowError.ts";
import type { Flow } from "../tx/flow.ts";
import { governorCall, type Proposed, proposalCall, stateOf } from "./governor.ts";

/** The governor's, and the errors of what it calls: without them a refusal by the timelock or a contract's bounds would have no name. */
const abi = [...openGovernorAbi, ...[...timelockAbi, ...arbiterAbi].filter(({ type }) => type === "error")];

/** Has the timelock make the calls of a proposal whose delay has passed. Anyone may send it. */
export const executeProposalFlow: Flow<Proposed, Record<string, never>> = {
  name: "executeProposal",

  async plan({ id }, tools) {
    const eta = await tools.port.read<bigint>(governorCall(tools, "proposalEta", [id]));
    if ((await tools.port.pendingTime()) < eta) throw new FlowError("stillLocked");
    return { facts: {}, steps: ["execute"] };
  },

  title: () => "Execute the proposal",
  act: async (_, proposal, __, tools) => ({
    kind: "write",
    call: { ...proposalCall(tools, "execute", proposal), abi },
  }),
  learn: () => ({}),

  /** It is executed once: whoever sent it, it is done. */
  recover: async (_, { id }, facts, tools) => ((await stateOf(tools, id)) === "executed" ? facts : null),
};
