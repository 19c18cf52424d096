import type { AttributionIndex } from "./buildIndex.ts";
import type { QualifyingGrams } from "./qualifyingGrams.ts";
import { isFirst } from "./tiers/gramFilter.ts";
import type { Tier } from "./tiers/types.ts";
import type { EvidenceRow } from "./types.ts";

/**
 * Follows n-grams of the answer through tiers as they grow, and writes what it finds as rows.
 *
 * Where a tier holds what begins at a word of the answer, it holds what begins at the next word, a place further on, and maybe what begins at
 * the word before. And an n-gram occurs first where any part of it does, which the tier tells of most runs of four words. So most first
 * occurrences follow from those of neighbours.
 */
export class Walk {
  /**
   * By start: words of the longest n-gram whose first publisher is known; one less than the shortest while there is none. The longest of all
   * once one was published at or after the limit, since longer ones were then too.
   */
  readonly held: Int32Array;
  readonly #longest: Int32Array;
  readonly #kinds: AttributionIndex["kinds"];
  readonly #answer: Int32Array;
  readonly #limit: number;
  readonly #rows: EvidenceRow[] = [];
  /** By start: the row that is being written, also where it does not count. */
  readonly #rowOf: EvidenceRow[];
  #tier!: Tier;
  /** By start: where the contribution found for it ends in the tier; 0 when none was. */
  readonly #ownerEnd: Int32Array;
  /** By start: of the longest n-gram there that the tier is known to hold, how many words it has (0 for none), and a position of it. */
  readonly #words: Int32Array;
  readonly #position: Int32Array;
  /** The contribution found last, by its place in its tier: that of the next word mostly is the same. */
  #owner = 0;

  constructor(kinds: AttributionIndex["kinds"], answer: Int32Array, limit: number, grams: QualifyingGrams) {
    this.held = grams.shortest.map((words) => words - 1);
    this.#longest = grams.longest;
    this.#kinds = kinds;
    this.#answer = answer;
    this.#limit = limit;
    this.#rowOf = new Array(answer.length);
    this.#ownerEnd = new Int32Array(answer.length);
    this.#words = new Int32Array(answer.length + 1);
    this.#position = new Int32Array(answer.length + 1);
  }

  /** Begins another tier; the oldest comes first. */
  enter(tier: Tier): void {
    this.#tier = tier;
    this.#ownerEnd.fill(0);
    this.#words.fill(0);
    this.#owner = 0;
  }

  /** Whether an n-gram at `start` was followed in this tier. */
  follows(start: number): boolean {
    return this.#ownerEnd[start] !== 0;
  }

  /** Whether no longer n-gram at `start` can count. */
  isDone(start: number): boolean {
    return this.held[start]! >= this.#longest[start]!;
  }

  /** All rows by start, then from. */
  rows(): EvidenceRow[] {
    const next = new Int32Array(this.#answer.length + 1);
    for (const { start } of this.#rows) next[start + 1]!++;
    for (let start = 0; start < this.#answer.length; start++) next[start + 1]! += next[start]!;
    const sorted = new Array<EvidenceRow>(this.#rows.length);
    for (const row of this.#rows) sorted[next[row.start]!++] = row;
    return sorted;
  }

  /** Follows the least n-gram at `start` whose publisher is not known; it occurs in the tier first at `position`. */
  follow(start: number, position: number): void {
    const words = this.#reach(start, position, this.held[start]! + 1);
    if (words > this.#words[start]!) {
      this.#words[start] = words;
      this.#position[start] = position;
    }
    this.#write(start, words, position);
    this.#followKnown(start);
  }

  /** Takes what is known of the word before for what begins at `start`. */
  learnFromBefore(start: number): void {
    if (start > 0) this.learn(start, this.#position[start - 1]! + 1, this.#words[start - 1]! - 1);
  }

  /** Takes what is known of the word after for what begins at `start`. */
  learnFromAfter(start: number): void {
    const words = this.#words[start + 1]!;
    const position = this.#position[start + 1]! - 1;
    if (words > 0 && position >= 0 && this.#tier.words[position] === this.#answer[start]) {
      this.learn(start, position, words + 1);
    }
  }

  /** Takes note that the tier holds at `position` at least the first `words` words of what begins at `start`. */
  learn(start: number, position: number, words: number): void {
    if (words <= this.#words[start]!) return;
    this.#words[start] = this.#reach(start, position, words);
    this.#position[start] = position;
    this.#followKnown(start);
  }

  /** How many words, up to the longest n-gram, are the same from `start` and from `position` on; at least `words` are. */
  #reach(start: number, position: number, words: number): number {
    const held = this.#tier.words;
    const answer = this.#answer;
    const longest = this.#longest[start]!;
    let reached = Math.min(words, longest);
    while (reached < longest && held[position + reached] === answer[start + reached]) reached++;
    return reached;
  }

  /** Follows the position known for `start` when the least n-gram whose publisher is not known occurs first there. */
  #followKnown(start: number): void {
    const depth = this.held[start]! + 1;
    const words = this.#words[start]!;
    const position = this.#position[start]!;
    if (words >= depth && isFirst(this.#tier.firsts, position, depth)) this.#write(start, words, position);
  }

  /**
   * Writes the row for n-grams at `start` from the least whose publisher is not known up to `words` words. The least occurs first at
   * `position`; where it goes on, it is the first of the longer ones too.
   */
  #write(start: number, words: number, position: number): void {
    const tier = this.#tier;
    // Occurrences of a longer n-gram are among those of the shorter: the first publisher only ever gets later.
    if (position >= this.#ownerEnd[start]!) {
      this.#owner = contributionAt(tier, position, this.#owner);
      this.#ownerEnd[start] = endOf(tier, this.#owner);
      const contribution = tier.firstContribution + this.#owner;
      if (contribution >= this.#limit) {
        this.held[start] = this.#longest[start]!;
        return;
      }
      const row = { start, from: this.held[start]! + 1, to: words, contribution, offset: 0 };
      this.#rowOf[start] = row;
      if (this.#kinds[contribution] !== "void") this.#rows.push(row);
    }
    const row = this.#rowOf[start]!;
    row.to = words;
    row.offset = position - tier.starts[row.contribution - tier.firstContribution]!;
    this.held[start] = words;
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
