import type { Fraud, Verdict } from "../../../lib/verify/index.ts";

/** The newest epoch, while it can still be rejected. Times are unix seconds of chain time. */
export interface OpenEpoch {
  state: "pending" | "disputed";
  /** Whether anybody ever disputed it. */
  wasDisputed: boolean;
  postedAt: number;
  readyAt: number;
}

export type Action = "prove" | "dispute" | "wait" | "nothing";

/** Of the window: what is missing has until then to turn up. */
const LAST_PART = 6;

/**
 * What to do about an epoch. Objective fraud is proved at once, also behind a dispute: a sham one must not shield it. A difference is
 * disputed at once, files that nobody has near the end of the window, and what is not the epoch's own fault never.
 */
export function decide(verdict: Verdict, fraud: Fraud | null, epoch: OpenEpoch, now: number): Action {
  if (verdict.verdict === "equal") return "nothing";
  const { state, wasDisputed, postedAt, readyAt } = epoch;
  if (state === "pending" && now >= readyAt) return "nothing";
  if (fraud) return "prove";
  if (state === "disputed" || wasDisputed) return "nothing";
  if (verdict.verdict === "different") return "dispute";
  if (!verdict.ofEpoch) return "wait";
  return now >= readyAt - (readyAt - postedAt) / LAST_PART ? "dispute" : "wait";
}
