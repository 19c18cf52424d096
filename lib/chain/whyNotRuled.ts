import type { Address } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { publicClient } from "./clients.ts";
import type { SignedVerdict } from "./groupVerdicts.ts";
import { revertOf } from "./revertOf.ts";

/** Why the arbiter would not carry a verdict out now, as a sentence; null when it would. It may be the settlement that refuses: paused, say. */
export async function whyNotRuled(arbiter: Address, caseId: bigint, verdict: SignedVerdict): Promise<string | null> {
  const { guilty, recomputedRoot, slashBps, votes } = verdict;
  try {
    await publicClient().simulateContract({
      ...{ address: arbiter, abi: arbiterAbi, functionName: "rule" },
      args: [caseId, { guilty, recomputedRoot, slashBps }, votes],
    });
    return null;
  } catch (error) {
    const revert = revertOf(error);
    if (!revert) throw error;
    return `The chain does not take it now (${revert.name}).`;
  }
}
