import { ADMISSION_LIMIT_BPS, contentHash, contributionRoot, tokenise } from "../../../lib/attribution/index.ts";
import type { RevealedContribution } from "../../../lib/db/worker/contents.ts";
import { formatBps, formatBpsOver } from "../../../lib/format/number.ts";

/** What is wrong with a text, as a public sentence; null when it may be accepted. */
export function problemOf(
  contribution: Pick<RevealedContribution, "root" | "items" | "words" | "contributor" | "datanet">,
  text: string,
  words: number,
  containedBps: number,
): string | null {
  if (contribution.items !== 1) {
    return `It declares ${contribution.items} items; a contribution holds one.`;
  }
  const root = contributionRoot([contentHash(text)], contribution.contributor);
  if (root !== contribution.root) {
    return "Its text is not the one that was committed: the hashes differ.";
  }
  if (words !== contribution.words) {
    return `It has ${grouped(words)} words, but declares ${grouped(contribution.words)}.`;
  }
  // The commons are what everything else is compared with; they earn nothing.
  if (contribution.datanet !== 1n && containedBps > ADMISSION_LIMIT_BPS) {
    const held = formatBpsOver(containedBps, ADMISSION_LIMIT_BPS);
    return `Of it, ${held} is already in the ledger; at most ${formatBps(ADMISSION_LIMIT_BPS)} may be.`;
  }
  return null;
}

/** Words as the bond counts them (`words-1`). */
export function countWords(text: string): number {
  return tokenise(text).length;
}

export function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}
