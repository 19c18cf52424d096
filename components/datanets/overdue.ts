import type { ContributionStatus } from "../../lib/db/queries/contributions.ts";

const DAY = 86_400;

/** Seconds of chain time, as in Curation: REVEAL_WINDOW and REVIEW_PERIOD. */
const WINDOWS = { reveal: DAY, review: 3 * DAY };

type Open = { status: ContributionStatus; committedAt: number; revealedAt: number | null };

/** Why a contribution may be closed without a decision, in a sentence; null while it may not. `now` in unix seconds of chain time. */
export function overdue({ status, committedAt, revealedAt }: Open, now: number): string | null {
  if (status === "committed" && now >= committedAt + WINDOWS.reveal)
    return "Its text was not revealed within a day of the commitment.";
  if (status === "revealed" && revealedAt !== null && now >= revealedAt + WINDOWS.review)
    return "The validators did not decide within three days of the reveal.";
  return null;
}
