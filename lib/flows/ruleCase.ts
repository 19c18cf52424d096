import type { Hex } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { formatPlural } from "../format/number.ts";
import type { Flow } from "../tx/flow.ts";

export type RuleCaseRequest = {
  caseId: bigint;
  guilty: boolean;
  recomputedRoot: Hex;
  slashBps: number;
  /** Of the same verdict; ascending by validator. */
  votes: { validator: bigint; signature: Hex }[];
};

export type RuleCaseFacts = { closed: boolean };

/** Takes the signatures of a verdict to the arbiter, which carries it out. Anybody may. */
export const ruleCaseFlow: Flow<RuleCaseRequest, RuleCaseFacts> = {
  name: "ruleCase",
  plan: async () => ({ facts: { closed: false }, steps: ["rule"] }),
  title: (_, { caseId, votes }) =>
    `Carry out the verdict of ${formatPlural(votes.length, "validator")} on case ${caseId}`,

  async act(_, { caseId, guilty, recomputedRoot, slashBps, votes }, __, tools) {
    const args = [caseId, { guilty, recomputedRoot, slashBps }, votes];
    return {
      kind: "write",
      call: { address: tools.network.deployment.contracts.arbiter, abi: arbiterAbi, functionName: "rule", args },
    };
  },

  learn: () => ({ closed: true }),

  /** It closes once: whoever sent it, it is done. */
  async recover(_, { caseId }, __, tools) {
    const call = {
      address: tools.network.deployment.contracts.arbiter,
      abi: arbiterAbi,
      functionName: "caseOf",
      args: [caseId],
    };
    return (await tools.port.read<{ closed: boolean }>(call)).closed ? { closed: true } : null;
  },
};
