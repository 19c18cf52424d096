import type { Address, Hex } from "viem";
import { contentHash, contributionRoot, tokenise } from "../attribution/index.ts";
import type { LedgerText, LedgerTexts } from "./LedgerTexts.ts";

export interface Draft {
  text: string;
  contributor: Address;
  datanet: bigint;
  /** What it is compared with, in ledger order. */
  earlier: LedgerText[];
}

export interface Measured {
  /** As the bond counts them (`words-1`). */
  words: number;
  /** Of the contribution, by this contributor. */
  root: Hex;
  /** Part of its runs of eight words that the ledger holds, in basis points; 0 for a text without words. */
  containedBps: number;
  /** The earliest contribution with the same words in the same order. */
  duplicateOf: bigint | null;
}

/** What contributing a text would mean: its words, its root, and what of it is known. About a second for a megabyte. */
export async function measureDraft(ledger: LedgerTexts, { text, contributor, earlier }: Draft): Promise<Measured> {
  const words = tokenise(text).length;
  const hash = contentHash(text);
  const root = contributionRoot([hash], contributor);
  const containedBps = words === 0 ? 0 : await ledger.containedBps(text, earlier);
  // Only what is known to the last run of words can be a copy.
  const duplicateOf = containedBps === 10_000 ? await ledger.holderOf(hash, earlier) : null;
  return { words, root, containedBps, duplicateOf };
}
