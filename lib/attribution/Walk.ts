import type { AttributionIndex } from "./buildIndex.ts";
import { rangeMinimum } from "./minimumTree.ts";
import type { Tier } from "./tiers/types.ts";
import type { EvidenceRow } from "./types.ts";

/** Follows n-grams of the answer through a tier as they grow, and writes what it finds as rows. */
export class Walk {
  readonly #kinds: AttributionIndex["kinds"];
  readonly #answer: Int32Array;
  readonly #limit: number;
  readonly #rows: EvidenceRow[] = [];
  /** By start: the row that is being written, also where it does not count. */
  readonly #rowOf: EvidenceRow[];
  /** By start: where the contribution found for it ends in the tier; 0 when none was. */
  readonly #ownerEnd: Int32Array;
  /** The contribution found last, by its place in its tier: that of the next word mostly is the same. */
  #owner = 0;

  constructor(kinds: AttributionIndex["kinds"], answer: Int32Array, limit: number) {
    this.#kinds = kinds;
    this.#answer = answer;
    this.#limit = limit;
    this.#rowOf = new Array(answer.length);
    this.#ownerEnd = new Int32Array(answer.length);
  }

  /** Begins another tier; the oldest comes first. */
  enter(): void {
    this.#ownerEnd.fill(0);
    this.#owner = 0;
  }

  /** Whether an n-gram at `start` was followed in this tier. */
  follows(start: number): boolean {
    return this.#ownerEnd[start] !== 0;
  }

  /** All rows by start, then from. */
  rows(): EvidenceRow[] {
    return this.#rows.sort((a, b) => a.start - b.start);
  }

  /**
   * Writes the row for the n-gram of `depth` words at `start`, which has the places [from, to) of the tier's suffixes, and for the longer
   * ones up to `longest` words that its first occurrence goes on with. @returns words of the last of them; `longest` when no longer one can
   * count.
   */
  follow(tier: Tier, start: number, depth: number, from: number, to: number, longest: number): number {
    const answer = this.#answer;
    const { words, suffixes, starts } = tier;
    const position = to - from === 1 ? suffixes[from]! : rangeMinimum(tier.earliest, from, to);
    // Occurrences of a longer n-gram are among those of the shorter: the first publisher only ever gets later.
    if (position >= this.#ownerEnd[start]!) {
      this.#owner = contributionAt(tier, position, this.#owner);
      this.#ownerEnd[start] = endOf(tier, this.#owner);
      const contribution = tier.firstContribution + this.#owner;
      if (contribution >= this.#limit) return longest;
      const row = { start, from: depth, to: depth, contribution, offset: 0 };
      this.#rowOf[start] = row;
      if (this.#kinds[contribution] !== "void") this.#rows.push(row);
    }
    // While its first occurrence goes on, it is the first of the longer n-gram too.
    let reached = depth;
    while (reached < longest && words[position + reached] === answer[start + reached]) reached++;
    const row = this.#rowOf[start]!;
    row.to = reached;
    row.offset = position - starts[row.contribution - tier.firstContribution]!;
    return reached;
  }
}

/** The tier's contribution that has `position`: the last one that starts at or before it. It may be `guess`. */
function contributionAt(tier: Tier, position: number, guess: number): number {
  const { starts } = tier;
  if (starts[guess]! <= position && position < endOf(tier, guess)) return guess;
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
