import { type AttributionIndex, attribute, type BitsTable, buildIndex } from "../../../lib/attribution/index.ts";
import type { Weights } from "../statistics.ts";
import type { Piece } from "../texts/corpus.ts";
import { indexOccurrences, type Occurrences } from "../texts/occurrences.ts";
import { createBm25 } from "./bm25.ts";
import { maximalSpans } from "./maximalSpans.ts";
import { ngramShapley } from "./ngramShapley.ts";

/** A way to say which pieces an answer is owed to. */
export type Method = (answer: readonly string[]) => Weights;

export interface Methods {
  ours: Method;
  /** Shapley values of the n-gram coverage game: copies share. */
  shapley: Method;
  /** Longest matches, all holders alike. */
  spans: Method;
  bm25: Method;
}

export const METHOD_NAMES: Record<keyof Methods, string> = {
  ours: "LONA",
  shapley: "n-gram Shapley",
  spans: "maximal-span split",
  bm25: "BM25, top 10",
};

export function createMethods(pieces: readonly Piece[], bits: BitsTable): Methods & { occurrences: Occurrences } {
  const index = indexOf(pieces);
  const occurrences = indexOccurrences(pieces);
  return {
    ours: (answer) => sharesOf(index, answer, bits),
    shapley: (answer) => ngramShapley(occurrences, answer, bits),
    spans: (answer) => maximalSpans(occurrences, answer, bits),
    bm25: createBm25(pieces),
    occurrences,
  };
}

export function indexOf(pieces: readonly Piece[]): AttributionIndex {
  return buildIndex(pieces.map((piece) => ({ text: piece.join(" "), kind: "paid" as const })));
}

function sharesOf(index: AttributionIndex, answer: readonly string[], bits: BitsTable): Weights {
  const { shares } = attribute(index, answer.join(" "), bits);
  return new Map(shares.map(({ contribution, share }) => [contribution, share]));
}
