import type { AttributionIndex } from "./buildIndex.ts";
import { rangeMinimum } from "./minimumTree.ts";

/** The places in the suffix array whose suffixes begin with the words taken so far. Intervals of longer n-grams nest in it. */
export class SuffixInterval {
  readonly #index: AttributionIndex;
  #from = 0;
  #to = 0;
  #depth = 0;
  #earliest = -1;

  constructor(index: AttributionIndex) {
    this.#index = index;
  }

  /** Forgets the words taken. */
  reset(): void {
    this.#depth = 0;
  }

  /** Adds a word; false when the n-gram so extended occurs nowhere (the interval is then of no more use until `reset`). */
  extend(word: number): boolean {
    const { words, suffixes, firstSuffix } = this.#index;
    const depth = this.#depth++;
    if (depth === 0) {
      this.#from = firstSuffix[word]!;
      this.#to = firstSuffix[word + 1]!;
      this.#earliest = -1;
      return this.#from < this.#to;
    }
    const firstFits = words[suffixes[this.#from]! + depth] === word;
    const lastFits = words[suffixes[this.#to - 1]! + depth] === word;
    // Suffixes are sorted: when both ends go on with the word, so does all between.
    if (firstFits && lastFits) return true;
    const from = firstFits ? this.#from : this.#bound(depth, word, this.#from, this.#to);
    const to = lastFits ? this.#to : this.#bound(depth, word + 1, from, this.#to);
    this.#from = from;
    this.#to = to;
    this.#earliest = -1;
    return from < to;
  }

  /** Earliest position in the ledger at which the words taken occur. */
  earliest(): number {
    if (this.#earliest < 0) this.#earliest = rangeMinimum(this.#index.earliest, this.#from, this.#to);
    return this.#earliest;
  }

  /** First place in [from, to) whose suffix has a word of at least `word` at `depth`. Every suffix here ends beyond its border. */
  #bound(depth: number, word: number, from: number, to: number): number {
    const { words, suffixes } = this.#index;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (words[suffixes[middle]! + depth]! < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
