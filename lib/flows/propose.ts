import type { Address, Hex } from "viem";
import { FlowError } from "../errors/FlowError.ts";
import { describedBy, readDescription } from "../governance/description.ts";
import { proposalId } from "../governance/proposalId.ts";
import type { Flow } from "../tx/flow.ts";
import { governorCall, snapshotOf, votesOf } from "./governor.ts";

export type ProposeRequest = {
  /** Calls that the timelock is to make, in this order. */
  calls: { target: Address; data: Hex }[];
  /** Its first line is the title. */
  description: string;
};

export type ProposeFacts = {
  /** As proposed: with the suffix that lets nobody else propose it. */
  description: string;
  id: bigint;
};

/** Puts calls to the vote. The proposer's votes of the second before must reach the threshold. */
export const proposeFlow: Flow<ProposeRequest, ProposeFacts> = {
  name: "propose",

  async plan({ calls, description: text }, tools) {
    const description = describedBy(text, tools.port.account);
    const id = proposalId({ ...contentOf(calls), description });
    const [snapshot, threshold, votes] = await Promise.all([
      snapshotOf(tools, id),
      tools.port.read<bigint>(governorCall(tools, "proposalThreshold", [])),
      votesOf(tools, tools.port.account),
    ]);
    if (snapshot !== 0) throw new FlowError("proposedBefore");
    if (votes < threshold) throw new FlowError("proposerShort");
    return { facts: { description, id }, steps: ["propose"] };
  },

  title: (_, { description }) => `Propose “${readDescription(description).title}”`,
  async act(_, { calls }, { description }, tools) {
    const { targets, amounts, calldatas } = contentOf(calls);
    return { kind: "write", call: governorCall(tools, "propose", [targets, amounts, calldatas, description]) };
  },
  learn: (_, __, ___, facts) => facts,
  recover: async (_, __, facts, tools) => ((await snapshotOf(tools, facts.id)) === 0 ? null : facts),
};

const contentOf = (calls: ProposeRequest["calls"]) => ({
  targets: calls.map(({ target }) => target),
  amounts: calls.map(() => 0n),
  calldatas: calls.map(({ data }) => data),
});
