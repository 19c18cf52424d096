import type { BitsTable } from "../attribution/index.ts";
import type { Posting, Source, Terms } from "./types.ts";
import type { VersionLedgers } from "./VersionLedgers.ts";

/** What the checks of one verifier share. */
export interface Session {
  source: Source;
  terms: Terms;
  bits: BitsTable;
  ledgers: VersionLedgers;
}

/** The newest epoch before another that was not rejected: its amounts are built on. Null before the first. */
export const standingBefore = (postings: readonly Posting[], id: number): Posting | null =>
  postings.findLast((posting) => posting.id < id && !posting.isRejected) ?? null;
