import { type Hex, zeroHash } from "viem";
import { FRAUD_SLASHED } from "../../../lib/chain/arbiter.ts";
import type { CaseVote } from "../../../lib/db/gateway/caseVotes.ts";
import type { Verdict } from "../../../lib/verify/index.ts";

export type Judgement = Pick<CaseVote, "guilty" | "recomputedRoot" | "slashBps">;

/** For an epoch that nobody can read: enough that withholding is not free, little because a disk may have failed. */
const UNREADABLE_BPS = 500;
/** Seconds after the dispute: what is missing has until then to turn up. */
const PATIENCE = 86_400;

/**
 * What a validator says of a disputed epoch that it has redone. Times are unix seconds of chain time.
 * @param root as posted
 * @returns null while nothing can be said: what is missing may turn up, or is not the epoch's own.
 */
export function judgementOf(verdict: Verdict, root: Hex, disputedAt: number, now: number): Judgement | null {
  if (verdict.verdict === "equal") return { guilty: false, recomputedRoot: root, slashBps: 0 };
  if (verdict.verdict === "different") {
    // As for a malformed one: misdirecting a day's fees must cost more than it brings.
    return { guilty: true, recomputedRoot: verdict.recomputed ?? zeroHash, slashBps: FRAUD_SLASHED };
  }
  if (!verdict.ofEpoch || now < disputedAt + PATIENCE) return null;
  return { guilty: true, recomputedRoot: zeroHash, slashBps: UNREADABLE_BPS };
}
