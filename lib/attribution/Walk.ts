import type { AttributionIndex } from "./buildIndex.ts";
import { rangeMinimum } from "./minimumTree.ts";
import type { Tier } from "./tiers/types.ts";
import type { EvidenceRow } from "./types.ts";

/** Follows n-grams of the answer through tiers as they grow, and writes what it finds as rows. */
export class Walk {
  readonly #kinds: AttributionIndex["kinds"];
  readonly #answer: Int32Array;
  readonly #limit: number;
  readonly #rows: EvidenceRow[] = [];
  /** The contribution found last, by its place in its tier: that of the next word mostly is the same. */
  #owner = 0;

  constructor(kinds: AttributionIndex["kinds"], answer: Int32Array, limit: number) {
    this.#kinds = kinds;
    this.#answer = answer;
    this.#limit = limit;
  }

  /** All rows by start, then from. Tiers must have been walked oldest first. */
  rows(): EvidenceRow[] {
    return this.#rows.sort((a, b) => a.start - b.start);
  }

  /**
   * Writes rows for the n-grams at `start` that are longer than the `held` words that older tiers have. The n-gram of `depth` words, which is
   * at most one longer, has the places [from, to) of the tier's suffixes. @returns how long an n-gram is held by this tier or an older one;
   * `longest` when no longer one can count.
   */
  through(tier: Tier, start: number, depth: number, from: number, to: number, held: number, longest: number): number {
    const answer = this.#answer;
    const { words, suffixes, starts } = tier;
    let ownerEnd = 0;
    let row: EvidenceRow | undefined;
    let reached = held;
    for (;;) {
      // Of the n-grams of `depth` words to those of one word more than `reached`.
      if (depth <= reached) {
        from = bound(tier, answer, start, depth, reached, from, to, 0);
        to = bound(tier, answer, start, depth, reached, from, to, 1);
        if (from === to) return reached;
        depth = reached + 1;
      }
      const position = to - from === 1 ? suffixes[from]! : rangeMinimum(tier.earliest, from, to);
      // Occurrences of a longer n-gram are among those of the shorter: the first publisher only ever gets later.
      if (position >= ownerEnd) {
        this.#owner = contributionAt(tier, position, this.#owner);
        ownerEnd = endOf(tier, this.#owner);
        const contribution = tier.firstContribution + this.#owner;
        if (contribution >= this.#limit) return longest;
        row = undefined;
        if (this.#kinds[contribution] !== "void") {
          row = { start, from: depth, to: depth, contribution, offset: 0 };
          this.#rows.push(row);
        }
      }
      // While its first occurrence goes on, it is the first of the longer n-gram too.
      reached = depth;
      while (reached < longest && words[position + reached] === answer[start + reached]) reached++;
      if (row) {
        row.to = reached;
        row.offset = position - starts[this.#owner]!;
      }
      if (reached === longest || to - from === 1) return reached;
    }
  }
}

/**
 * First place in [from, to) whose suffix compares to the answer's n-gram by at least `least`, in the words from `depth` to `last`. The n-gram's
 * words are known, so that no comparison passes a border.
 */
function bound(
  { words, suffixes }: Tier,
  answer: Int32Array,
  start: number,
  depth: number,
  last: number,
  from: number,
  to: number,
  least: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const position = suffixes[middle]!;
    let at = depth;
    while (at < last && words[position + at] === answer[start + at]) at++;
    if (words[position + at]! - answer[start + at]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tier's contribution that has `position`: the last one that starts at or before it. It may be `guess`. */
function contributionAt(tier: Tier, position: number, guess: number): number {
  const { starts } = tier;
  if (guess < starts.length && starts[guess]! <= position && position < endOf(tier, guess)) return guess;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Where the contribution's words and its border end. */
function endOf({ starts, words }: Tier, contribution: number): number {
  return contribution + 1 < starts.length ? starts[contribution + 1]! : words.length;
}
