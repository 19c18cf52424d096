import type { MinimumTree } from "../minimumTree.ts";
import type { Spellings } from "../words/Vocabulary.ts";

/** Word number of the border between contributions. No answer has it, so no n-gram crosses a border. */
export const BORDER = 0;

/** Numbers of the kinds in a tier. */
export const KINDS = ["paid", "commons", "void"] as const;

/** A contiguous range of the ledger in word numbers: what a tier is built from, and what tiers are merged by. */
export interface TierSource {
  /** Ledger index of its first contribution. */
  firstContribution: number;
  /** All contributions one after the other, each closed by a border. */
  words: Int32Array;
  /** Position in `words` at which each contribution begins. */
  starts: Int32Array;
  /** Place in `KINDS` of each contribution's kind. */
  kinds: Uint8Array;
  /** Of the words that were first used in this range. */
  spellings: Spellings;
}

/** A searchable range of the ledger. All arrays are views of one buffer, which is also its file. Never changes. */
export interface Tier extends TierSource {
  readonly buffer: ArrayBufferLike;
  /** Positions in the order of the suffixes that begin there. */
  readonly suffixes: Int32Array;
  /** Words of the tier, ascending; empty when `firstSuffix` has a place for each number there is. */
  readonly alphabet: Int32Array;
  /** Place in `suffixes` of the first suffix that begins with a word (by its place in `alphabet`); one more entry closes the last. */
  readonly firstSuffix: Int32Array;
  /** Second to fourth word of each `SAMPLE_STEP`th suffix, three entries a sample. */
  readonly samples: Int32Array;
  /** Over `suffixes`: the earliest occurrence in an interval is also the first publisher. */
  readonly earliest: MinimumTree;
  /** Which runs of `GRAM_WORDS` words the tier may hold. */
  readonly filter: Int32Array;
  /** A bit for each position: set where such a run begins that is known to occur nowhere before (`isFirst`). */
  readonly firsts: Int32Array;
}
