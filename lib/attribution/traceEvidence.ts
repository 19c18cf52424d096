import type { AttributionIndex } from "./buildIndex.ts";
import { qualifyingGrams } from "./qualifyingGrams.ts";
import { GRAM_WORDS, gramHash, missingMarks } from "./tiers/gramFilter.ts";
import { SEARCH_WORDS, Searches } from "./tiers/Searches.ts";
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
  const { starts, longest, held } = qualifyingGrams(answer, bits, params);
  const filters = params.minWords >= GRAM_WORDS;
  const hashes = new Uint32Array(answer.length);
  if (filters) for (const start of starts) hashes[start] = gramHash(answer, start);
  const missing = new Int32Array(starts.length);

  const searches = new Searches(answer);
  const walk = new Walk(index.kinds, answer, limit);
  let left = starts.length;
  for (const tier of index.tiers) {
    if (tier.firstContribution >= limit || left === 0) break;
    if (filters) for (let i = 0; i < left; i++) missing[i] = missingMarks(tier.filter, hashes[starts[i]!]!);
    searches.count = 0;
    for (let i = 0; i < left; i++) {
      const start = starts[i]!;
      if (missing[i] === 0) searches.add(start, Math.min(SEARCH_WORDS, held[start]! + 1));
    }
    searches.run(tier);
    for (let i = 0; i < searches.count; i++) {
      const start = searches.list[i]!;
      const depth = Math.min(SEARCH_WORDS, held[start]! + 1);
      const [from, to] = [searches.from[start]!, searches.to[start]!];
      held[start] = walk.through(tier, start, depth, from, to, held[start]!, longest[start]!);
    }
    let kept = 0;
    for (let i = 0; i < left; i++) if (held[starts[i]!]! < longest[starts[i]!]!) starts[kept++] = starts[i]!;
    left = kept;
  }
  return walk.rows();
}
