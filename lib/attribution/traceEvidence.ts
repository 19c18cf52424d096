import type { AttributionIndex } from "./buildIndex.ts";
import { rangeMinimum } from "./minimumTree.ts";
import { GRAM_WORDS, gramHash, mayHold } from "./tiers/gramFilter.ts";
import { type Interval, NARROW_WORDS, narrow } from "./tiers/narrow.ts";
import type { Tier } from "./tiers/types.ts";
import type { EvidenceRow, Params } from "./types.ts";

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
  const rows: EvidenceRow[] = [];
  const longestKnown = runsOfKnownWords(answer);
  const filters = params.minWords >= GRAM_WORDS;
  const walk = new Walk(index, answer, limit, rows);
  // The bits of the least n-gram from `start` that qualifies are those of [start, end).
  let end = 0;
  let sum = 0;
  for (let start = 0; start < answer.length; start++) {
    const longest = Math.min(params.maxWords, longestKnown[start]!);
    while (end < answer.length && sum < params.minBits) sum += bits[end++]!;
    const least = sum < params.minBits ? Number.POSITIVE_INFINITY : Math.max(params.minWords, end - start);
    if (end > start) sum -= bits[start]!;
    else end = start + 1;
    if (least > longest) continue;

    const hash = filters ? gramHash(answer, start) : 0;
    let held = least - 1;
    for (const tier of index.tiers) {
      if (tier.firstContribution >= limit || held === longest) break;
      if (filters && !mayHold(tier.filter, hash)) continue;
      held = walk.through(tier, start, held, longest);
      if (held < 0) break;
    }
  }
  return rows;
}

/** How many known words follow one another from each token on. */
function runsOfKnownWords(answer: Int32Array): Int32Array {
  const runs = new Int32Array(answer.length);
  for (let i = answer.length - 1, run = 0; i >= 0; i--) {
    run = answer[i] === 0 ? 0 : run + 1;
    runs[i] = run;
  }
  return runs;
}

/** Follows an n-gram of the answer through tiers as it grows, and writes what it finds as rows. */
class Walk {
  readonly #kinds: AttributionIndex["kinds"];
  readonly #answer: Int32Array;
  readonly #limit: number;
  readonly #rows: EvidenceRow[];
  readonly #interval: Interval = { from: 0, to: 0 };

  constructor({ kinds }: Pick<AttributionIndex, "kinds">, answer: Int32Array, limit: number, rows: EvidenceRow[]) {
    this.#kinds = kinds;
    this.#answer = answer;
    this.#limit = limit;
    this.#rows = rows;
  }

  /** Longest n-gram held by this tier or an older one (`held` words so far), or −1 when all longer ones are beyond the limit. */
  through(tier: Tier, start: number, held: number, longest: number): number {
    const answer = this.#answer;
    const interval = this.#interval;
    const { words, suffixes } = tier;
    let depth = Math.min(NARROW_WORDS, held + 1);
    if (!narrow(tier, answer, start, depth, interval)) return held;
    let { from, to } = interval;
    let owner = -1;
    let ownerEnd = 0;
    let position = -1;
    let row: EvidenceRow | undefined;
    for (; ; depth++) {
      if (depth > held) {
        if (position < 0) {
          position = to - from === 1 ? suffixes[from]! : rangeMinimum(tier.earliest, from, to);
          // Occurrences of a longer n-gram are among those of the shorter: the first publisher only ever gets later.
          if (position >= ownerEnd) {
            owner = contributionAt(tier, position);
            ownerEnd = tier.starts[owner + 1] ?? words.length;
            const contribution = tier.firstContribution + owner;
            if (contribution >= this.#limit) return -1;
            row = undefined;
            if (this.#kinds[contribution] !== "void") {
              row = { start, from: depth, to: depth, contribution, offset: 0 };
              this.#rows.push(row);
            }
          }
        }
        if (row) {
          row.to = depth;
          row.offset = position - tier.starts[owner]!;
        }
      }
      if (depth === longest) return depth;
      const word = answer[start + depth]!;
      const firstFits = words[suffixes[from]! + depth] === word;
      if (to - from === 1) {
        if (firstFits) continue;
        return Math.max(held, depth);
      }
      const lastFits = words[suffixes[to - 1]! + depth] === word;
      // Suffixes are sorted: when both ends go on with the word, so does all between.
      if (firstFits && lastFits) continue;
      if (!firstFits) from = bound(tier, depth, word, from, to);
      if (!lastFits) to = bound(tier, depth, word + 1, from, to);
      if (from >= to) return Math.max(held, depth);
      position = -1;
    }
  }
}

/** First place in [from, to) whose suffix has a word of at least `word` at `depth`. Every suffix here ends beyond its border. */
function bound({ words, suffixes }: Tier, depth: number, word: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[suffixes[middle]! + depth]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tier's contribution that has `position`: the last one that starts at or before it. */
function contributionAt({ starts }: Tier, position: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}
