import type { AttributionIndex } from "./buildIndex.ts";
import { qualifyingGrams } from "./qualifyingGrams.ts";
import { TierTrace } from "./TierTrace.ts";
import { GRAM_WORDS, gramHash, missingMarks } from "./tiers/gramFilter.ts";
import type { EvidenceRow, Params } from "./types.ts";
import { Walk } from "./Walk.ts";

/**
 * The counting n-grams of an answer, grouped: for each start, runs of n with the same first publisher. Sorted by start, then from.
 * `answer[i]` is the number of token i (0 when no contribution has the word), `bits[i]` its capped surprisal. N-grams first published
 * at or after `limit`, or in a void contribution, do not count.
 *
 * Tiers are asked oldest first, each only for n-grams longer than the older ones have, so the first that holds an n-gram is where it
 * was first published.
 */
export function traceEvidence(
  index: Pick<AttributionIndex, "kinds" | "tiers">,
  answer: Int32Array,
  bits: ArrayLike<number>,
  limit: number,
  params: Params,
): EvidenceRow[] {
  const grams = qualifyingGrams(answer, bits, params);
  const { starts } = grams;
  const filters = params.minWords >= GRAM_WORDS;
  const hashes = new Uint32Array(starts.length);
  if (filters) for (let i = 0; i < starts.length; i++) hashes[i] = gramHash(answer, starts[i]!);
  const missing = new Int32Array(starts.length);

  const walk = new Walk(index.kinds, answer, limit, grams);
  const trace = new TierTrace(answer, walk);
  let left = starts.length;
  for (const tier of index.tiers) {
    if (tier.firstContribution >= limit || left === 0) break;
    if (filters) missingMarks(tier.filter, hashes, left, missing);
    trace.enter(tier);
    for (let i = 0; i < left; i++) {
      if (missing[i] === 0) trace.add(starts[i]!);
      else trace.exclude(starts[i]!);
    }
    trace.run();
    let kept = 0;
    for (let i = 0; i < left; i++) {
      if (walk.isDone(starts[i]!)) continue;
      hashes[kept] = hashes[i]!;
      starts[kept++] = starts[i]!;
    }
    left = kept;
  }
  return walk.rows();
}
