import { buildTier } from "./tiers/buildTier.ts";
import { SourceWriter } from "./tiers/SourceWriter.ts";
import type { Tier } from "./tiers/types.ts";
import type { Contribution, ContributionKind } from "./types.ts";
import { Vocabulary } from "./words/Vocabulary.ts";

/** A ledger made searchable: tiers of contiguous ranges, oldest first. Holds word numbers, not texts: about 10 bytes for each word. */
export interface AttributionIndex {
  /** Kind of each contribution, in ledger order. */
  readonly kinds: readonly ContributionKind[];
  /** Numbers of the words, which all tiers share. */
  readonly vocabulary: Vocabulary;
  readonly tiers: readonly Tier[];
  /** Contributions that were taken back: their credit goes to the treasury until the index is compacted. */
  readonly removed: ReadonlySet<number>;
}

/**
 * Builds the index over `contributions`, which are in total ledger order, as one tier. Linear in the length of the texts, which
 * may be empty; a kind other than the three throws a TypeError.
 */
export function buildIndex(contributions: readonly Contribution[]): AttributionIndex {
  const vocabulary = new Vocabulary();
  const writer = new SourceWriter(vocabulary, 0, 1);
  for (const { text, kind } of contributions) writer.take(text, kind, Number.POSITIVE_INFINITY).next();
  return {
    kinds: contributions.map(({ kind }) => kind),
    vocabulary,
    tiers: [buildTier(writer.finish())],
    removed: new Set(),
  };
}

/** Words in the index, with the borders between contributions. */
export function wordsOf({ tiers }: Pick<AttributionIndex, "tiers">): number {
  return tiers.reduce((sum, { words }) => sum + words.length, 0);
}
