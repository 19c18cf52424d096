import { ADMISSION_LIMIT_BPS } from "../../../lib/attribution/index.ts";
import { COMMONS } from "../../../lib/chain/commons.ts";
import type { RevealedContribution } from "../../../lib/db/worker/contents.ts";
import { formatBps, formatBpsOver } from "../../../lib/format/number.ts";
import type { Measured } from "../../../lib/intake/measureDraft.ts";

/** What is wrong with a text that was measured, as a public sentence; null when it may be accepted. */
export function problemOf(
  contribution: Pick<RevealedContribution, "root" | "items" | "words" | "datanet">,
  { root, words, containedBps }: Pick<Measured, "root" | "words" | "containedBps">,
): string | null {
  if (contribution.items !== 1) {
    return `It declares ${contribution.items} items; a contribution holds one.`;
  }
  if (root !== contribution.root) {
    return "Its text is not the one that was committed: the hashes differ.";
  }
  if (words !== contribution.words) {
    return `It has ${grouped(words)} words, but declares ${grouped(contribution.words)}.`;
  }
  // The commons are what everything else is compared with; they earn nothing.
  if (contribution.datanet !== COMMONS && containedBps > ADMISSION_LIMIT_BPS) {
    const held = formatBpsOver(containedBps, ADMISSION_LIMIT_BPS);
    return `Of it, ${held} is already in the ledger; at most ${formatBps(ADMISSION_LIMIT_BPS)} may be.`;
  }
  return null;
}

export function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}
