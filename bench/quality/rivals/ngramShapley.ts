import type { BitsTable } from "../../../lib/attribution/index.ts";
import type { Weights } from "../statistics.ts";
import type { Occurrences } from "../texts/occurrences.ts";

const [LEAST_WORDS, MOST_WORDS, LEAST_BITS] = [4, 32, 32 * 256];
/** An n-gram in more places than this tells nothing. */
const MOST_PLACES = 5000;

/**
 * Shapley values of the game in which a counting n-gram (4 to 32 words, 32 bits) is worth its part of the words it covers as
 * soon as one holder is in: each n-gram is split evenly over the pieces that hold it. It is fair between copies; that is why
 * copying pays.
 */
export function ngramShapley({ walk, pieceAt }: Occurrences, answer: readonly string[], bits: BitsTable): Weights {
  const weights = answer.map((word) => Math.min(4096, bits.bitsOf(word)));
  const covering: Map<readonly number[], number>[] = answer.map(() => new Map());
  const totals = new Array<number>(answer.length).fill(0);
  for (let start = 0; start < answer.length; start++) {
    let sum = 0;
    let places = -1;
    let holders: number[] = [];
    walk(answer, start, MOST_WORDS, (n, found) => {
      sum += weights[start + n - 1]!;
      if (n < LEAST_WORDS || sum < LEAST_BITS || found.length > MOST_PLACES) return;
      // Fewer places or the same ones: an extension never has others.
      if (found.length !== places) {
        places = found.length;
        holders = [...new Set(Array.from(found, pieceAt))];
      }
      for (let i = start; i < start + n; i++) {
        covering[i]!.set(holders, (covering[i]!.get(holders) ?? 0) + 1);
        totals[i]!++;
      }
    });
  }
  const gains = new Map<number, number>();
  for (const [i, groups] of covering.entries()) {
    for (const [holders, count] of groups) {
      const part = (weights[i]! * count) / totals[i]! / holders.length;
      for (const holder of holders) gains.set(holder, (gains.get(holder) ?? 0) + part);
    }
  }
  return gains;
}
