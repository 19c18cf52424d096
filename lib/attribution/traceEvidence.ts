import type { AttributionIndex } from "./buildIndex.ts";
import { qualifyingGrams } from "./qualifyingGrams.ts";
import { GRAM_WORDS, gramHash, missingMarks } from "./tiers/gramFilter.ts";
import { SEARCH_WORDS, Searches } from "./tiers/Searches.ts";
import type { Tier } from "./tiers/types.ts";
import type { EvidenceRow, Params } from "./types.ts";
import { Walk } from "./Walk.ts";

/** How many words a tier holds from a token on: any number. */
const UNKNOWN = 2 ** 30;
/** That is still being looked for. */
const OPEN = -1;
/** Rounds of searches in which starts wait for the next one to be known; then all are searched for. */
const ROUNDS_OF_WAITING = 8;

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
  const { starts, shortest, longest } = qualifyingGrams(answer, bits, params);
  const filters = params.minWords >= GRAM_WORDS;
  const hashes = new Uint32Array(answer.length);
  if (filters) for (let i = 0; i < starts.length; i++) hashes[i] = gramHash(answer, starts[i]!);
  const missing = new Int32Array(starts.length);

  /** By start: words of the longest n-gram whose first publisher is known; one less than the shortest while there is none. */
  const held = shortest.map((words) => words - 1);
  const searches = new Searches(answer);
  const walk = new Walk(index.kinds, answer, limit);
  const found = new Int32Array(answer.length);
  const atMost = new Int32Array(answer.length + 1);
  let left = starts.length;
  for (const tier of index.tiers) {
    if (tier.firstContribution >= limit || left === 0) break;
    if (filters) missingMarks(tier.filter, hashes, left, missing);
    atMost.fill(UNKNOWN);
    searches.clear();
    for (let i = 0; i < left; i++) {
      const start = starts[i]!;
      const depth = Math.min(SEARCH_WORDS, held[start]! + 1);
      atMost[start] = depth - 1;
      if (missing[i] === 0) searches.add(start, depth);
    }
    searches.find(tier);
    followAll(tier);
    let kept = 0;
    for (let i = 0; i < left; i++) {
      if (held[starts[i]!]! >= longest[starts[i]!]!) continue;
      hashes[kept] = hashes[i]!;
      starts[kept++] = starts[i]!;
    }
    left = kept;
  }
  return walk.rows();

  /**
   * Follows the n-grams that were found as they grow. `atMost[i]` is how many words from i on the tier holds at most: what starts a word earlier
   * has one more at most, and mostly need not be searched for when that is known. So starts wait for the next one, for some rounds.
   */
  function followAll(tier: Tier): void {
    const { list, from, to, depth } = searches;
    const count = searches.count;
    found.set(list.subarray(0, count));
    walk.enter();
    for (let round = 0; ; round++) {
      for (let i = 0; i < searches.count; i++) {
        const start = list[i]!;
        atMost[start] = OPEN;
        if (depth[start]! <= held[start]!) continue;
        held[start] = walk.follow(tier, start, depth[start]!, from[start]!, to[start]!, longest[start]!);
      }
      searches.clear();
      for (let i = count - 1; i >= 0; i--) {
        const start = found[i]!;
        if (atMost[start] !== OPEN) continue;
        const next = atMost[start + 1]!;
        const isAlone = walk.follows(start) && to[start]! - from[start]! === 1;
        if (held[start]! >= longest[start]! || isAlone) atMost[start] = held[start]!;
        else if (next === OPEN && round < ROUNDS_OF_WAITING) continue;
        else if (next !== OPEN && next + 1 <= held[start]!) atMost[start] = held[start]!;
        else searches.addLonger(start, held[start]! + 1);
      }
      if (searches.count === 0) return;
      // Those that are not found are known then.
      for (let i = 0; i < searches.count; i++) atMost[list[i]!] = held[list[i]!]!;
      searches.narrow(tier);
    }
  }
}
