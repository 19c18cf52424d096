import type { Address } from "viem";
import type { CaseVote } from "../db/gateway/caseVotes.ts";
import { weighVerdict } from "./weighVerdict.ts";

/** Which of the signed verdicts the arbiter would weigh now; the others were signed by who no longer owns the validator, say. */
export async function countedVerdicts(arbiter: Address, votes: readonly CaseVote[]) {
  const refusals = await Promise.all(votes.map((vote) => weighVerdict(arbiter, vote)));
  return {
    counted: votes.filter((_, i) => refusals[i] === null),
    left: votes.filter((_, i) => refusals[i] !== null),
  };
}
