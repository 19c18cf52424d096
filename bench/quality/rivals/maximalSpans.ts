import type { BitsTable } from "../../../lib/attribution/index.ts";
import type { Weights } from "../statistics.ts";
import type { Occurrences } from "../texts/occurrences.ts";

const MOST_HOLDERS = 10;
/** Part of the answer's length that is kept as a number of spans. */
const KEPT = 0.05;

interface Span {
  words: number;
  bits: number;
  holders: readonly number[];
}

/**
 * Payout by maximal spans as tracing demonstrations show them (Liu et al., "OLMoTrace", 2025): longest matches of 2 words or
 * more that no other contains; the rarest ⌈5 % of the length⌉ are kept; each is split evenly over up to ten pieces that hold it
 * (here the first ten).
 */
export function maximalSpans({ walk, pieceAt }: Occurrences, answer: readonly string[], bits: BitsTable): Weights {
  const spans: Span[] = [];
  let farthest = 0;
  for (let start = 0; start < answer.length; start++) {
    let longest = 0;
    let places = new Int32Array();
    walk(answer, start, answer.length, (n, found) => {
      longest = n;
      places = found as Int32Array<ArrayBuffer>;
    });
    if (longest < 2 || start + longest <= farthest) continue;
    farthest = start + longest;
    const weight = answer.slice(start, farthest).reduce((sum, word) => sum + Math.min(4096, bits.bitsOf(word)), 0);
    const holders = [...new Set(Array.from(places, pieceAt))].slice(0, MOST_HOLDERS);
    spans.push({ words: longest, bits: weight, holders });
  }
  const gains = new Map<number, number>();
  const kept = spans.sort((a, b) => b.bits - a.bits).slice(0, Math.ceil(KEPT * answer.length));
  for (const { words, holders } of kept) {
    for (const holder of holders) gains.set(holder, (gains.get(holder) ?? 0) + words / holders.length);
  }
  return gains;
}
