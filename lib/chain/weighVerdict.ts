import type { Address } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import type { CaseVote } from "../db/gateway/caseVotes.ts";
import { publicClient } from "./clients.ts";
import { caseSubject } from "./enums.ts";
import type { Refusal } from "./Refusal.ts";
import { revertOf } from "./revertOf.ts";

/** The one revert of the arbiter with which the vote was weighed: what was missing is more of them. */
const WEIGHED = "Arbiter_TooLittleStake";
/** Its other reverts refuse the vote itself. Those of other contracts come when the verdict is carried out, after weighing. */
const refusals: Record<string, Refusal> = {
  Arbiter_NotOpen: { field: "caseId", message: "this case is not open. Reload the list of cases." },
  Arbiter_Unordered: { field: "validator", message: "no validator has this id. Ids begin at 1." },
  Arbiter_NoStake: {
    field: "validator",
    message: "it had no stake before the case was opened, so its vote weighs nothing.",
  },
  Arbiter_Conflicted: {
    field: "validator",
    message: "its owner brought the case or is accused in it, and may not vote.",
  },
  Arbiter_BadSignature: {
    field: "signature",
    message: "it is not the validator's owner's over exactly this verdict. Sign the fields that are sent.",
  },
  Arbiter_BadSlash: {
    field: "slashBps",
    message: "only guilt can be slashed, and a contribution has no stake. Give 0.",
  },
};

/** Why the arbiter would not take a vote, however many others sign the same; null when it would. The contract itself is asked. */
export async function weighVerdict(arbiter: Address, vote: CaseVote): Promise<Refusal | null> {
  const { caseId, validator, guilty, recomputedRoot, slashBps, signature } = vote;
  try {
    await publicClient().simulateContract({
      address: arbiter,
      abi: arbiterAbi,
      functionName: "rule",
      args: [caseId, { guilty, recomputedRoot, slashBps }, [{ validator, signature }]],
    });
    return null;
  } catch (error) {
    const revert = revertOf(error);
    if (!revert) throw error;
    if (revert.name === WEIGHED && (await isBadSlash(arbiter, vote))) return refusals.Arbiter_BadSlash!;
    if (revert.name === WEIGHED || !revert.name.startsWith("Arbiter_")) return null;
    return refusals[revert.name] ?? { field: "caseId", message: `the arbiter takes no such vote (${revert.name}).` };
  }
}

/** The arbiter's rule on slashes, which it looks at only once enough have signed. */
async function isBadSlash(arbiter: Address, { caseId, guilty, slashBps }: CaseVote): Promise<boolean> {
  if (slashBps === 0) return false;
  if (!guilty) return true;
  const call = { address: arbiter, abi: arbiterAbi, functionName: "caseOf" } as const;
  const { subject } = await publicClient().readContract({ ...call, args: [caseId] });
  return subject === caseSubject.contribution;
}
