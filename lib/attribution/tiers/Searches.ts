import { SAMPLE_STEP, SAMPLE_WORDS } from "./tierLayout.ts";
import type { Tier } from "./types.ts";

/** Most words that a search takes: the first, and those that samples hold. */
export const SEARCH_WORDS = 1 + SAMPLE_WORDS;

/**
 * Searches for n-grams of an answer in a tier, all of them a step at a time. A binary search waits for main memory at each step; here what
 * the steps of a round will read is first read ahead for all of them, so that the waits overlap.
 *
 * A search is known by the answer's word at which its n-gram begins, its start. All words of n-grams are known, so they differ from every
 * border, and no comparison reads beyond the last border of a tier.
 */
export class Searches {
  /** Starts of the searches to be done; afterwards of those that have found something, in the same order. */
  readonly list: Int32Array;
  count = 0;
  /** By start: the places [from, to) in the tier's suffixes that begin with the n-gram; `to` is 0 where none were found. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By start: words of the n-gram, and how many of them all places between `from` and `to` had from the outset. */
  readonly depth: Int32Array;
  readonly #known: Int32Array;
  readonly #answer: Int32Array;
  /** By start: where the bound that is searched lies, and what is open in this round. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #open: Int32Array;
  /** By start: the first sample that is not below the n-gram. */
  readonly #above: Int32Array;
  /** Where what is read ahead lies: of all first, so that nothing else is between the reads. */
  readonly #ahead: Int32Array;
  /** What was read ahead: a compiler must not leave it out. */
  ahead = 0;

  constructor(answer: Int32Array) {
    const perWord = () => new Int32Array(answer.length);
    this.#answer = answer;
    this.list = perWord();
    this.from = perWord();
    this.to = perWord();
    this.depth = perWord();
    this.#known = perWord();
    this.#low = perWord();
    this.#high = perWord();
    this.#open = perWord();
    this.#above = perWord();
    this.#ahead = perWord();
  }

  /** Empties the list; what was found at each start is kept. */
  clear(): void {
    this.count = 0;
  }

  /** Forgets what was found at `start`. */
  forget(start: number): void {
    this.to[start] = 0;
  }

  /** Whether places were found at `start`, and nothing was looked for in vain since. */
  has(start: number): boolean {
    return this.to[start] !== 0;
  }

  /** Asks `find` for the `depth` words (1 to 4) at `start`. */
  add(start: number, depth: number): void {
    this.depth[start] = depth;
    this.#known[start] = 1;
    this.list[this.count++] = start;
  }

  /** Asks `narrow` for the first `depth` words at `start`, of which fewer, or none yet, were found. */
  addLonger(start: number, depth: number): void {
    this.#known[start] = this.has(start) ? this.depth[start]! : 1;
    this.depth[start] = depth;
    this.list[this.count++] = start;
  }

  /** Finds the places of all n-grams that were asked for. */
  find(tier: Tier): void {
    const { list, from, to } = this;
    const low = this.#low;
    const high = this.#high;
    const above = this.#above;
    this.#findFirstWords(tier);

    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      low[start] = Math.ceil(from[start]! / SAMPLE_STEP);
      high[start] = Math.ceil(to[start]! / SAMPLE_STEP);
    }
    this.#boundInSamples(tier, this.#openAll(), 0);
    // Now `low` is the first sample that is not below the n-gram: the first suffix that is not lies between it and the one before.
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      const sample = low[start]!;
      above[start] = sample;
      low[start] = Math.max(from[start]!, (sample - 1) * SAMPLE_STEP + 1);
      high[start] = Math.min(to[start]!, sample * SAMPLE_STEP);
    }
    this.#boundInSuffixes(tier, this.#openAll(), 0);
    this.#dropAbsent(tier);

    // The end is searched from there on. Mostly the next sample is above already.
    let wide = 0;
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      low[start] = above[start]!;
      high[start] = Math.ceil(to[start]! / SAMPLE_STEP);
      if (low[start]! < high[start]! && this.#compareSample(tier, low[start]!, start) === 0) this.#open[wide++] = start;
      else high[start] = low[start]!;
    }
    this.#boundInSamples(tier, wide, 1);
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      const sample = low[start]!;
      low[start] = Math.max(from[start]! + 1, (sample - 1) * SAMPLE_STEP + 1);
      high[start] = Math.min(to[start]!, sample * SAMPLE_STEP);
    }
    this.#boundEnds(tier);
  }

  /** Narrows the places found before, or else those of the first word, to those of the n-grams that were asked for. */
  narrow(tier: Tier): void {
    const { list, from, to } = this;
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      if (!this.has(start)) this.#findFirstWord(tier, start);
      this.#low[start] = from[start]!;
      this.#high[start] = to[start]!;
    }
    this.#boundInSuffixes(tier, this.#openAll(), 0);
    this.#dropAbsent(tier);
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      this.#low[start] = from[start]! + 1;
      this.#high[start] = to[start]!;
    }
    this.#boundEnds(tier);
  }

  /** Finds where the places end, between `low` and `high`. */
  #boundEnds(tier: Tier): void {
    this.#boundInSuffixes(tier, this.#openLonger(tier), 1);
    for (let i = 0; i < this.count; i++) this.to[this.list[i]!] = this.#low[this.list[i]!]!;
  }

  /** Narrows each search to the suffixes that begin with its first word. */
  #findFirstWords(tier: Tier): void {
    const { list, from, to } = this;
    for (let i = 0; i < this.count; i++) this.#findFirstWord(tier, list[i]!);
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      if (from[start]! < to[start]!) list[kept++] = start;
      else this.forget(start);
    }
    this.count = kept;
  }

  #findFirstWord(tier: Tier, start: number): void {
    const entry = entryOf(tier, this.#answer[start]!);
    this.from[start] = entry < 0 ? 0 : tier.firstSuffix[entry]!;
    this.to[start] = entry < 0 ? 0 : tier.firstSuffix[entry + 1]!;
  }

  /** Takes `low` as where the n-gram's suffixes begin; drops searches whose suffix there is another. */
  #dropAbsent(tier: Tier): void {
    const { list, from, to } = this;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const start = list[i]!;
      const place = this.#low[start]!;
      if (place === to[start] || this.#compareSuffix(tier, place, start) !== 0) {
        this.forget(start);
        continue;
      }
      from[start] = place;
      list[kept++] = start;
    }
    this.count = kept;
  }

  /** Opens the searches with places left between `low` and `high`; how many there are. */
  #openAll(): number {
    let open = 0;
    for (let i = 0; i < this.count; i++) {
      const start = this.list[i]!;
      if (this.#low[start]! < this.#high[start]!) this.#open[open++] = start;
    }
    return open;
  }

  /** Opens the searches whose n-gram the suffix at `low` begins with too: their ends lie beyond it. How many there are. */
  #openLonger(tier: Tier): number {
    const low = this.#low;
    const longer = this.#openAll();
    this.#readAhead(tier, longer, low, low);
    let open = 0;
    for (let i = 0; i < longer; i++) {
      const start = this.#open[i]!;
      if (this.#compareSuffix(tier, low[start]!, start) === 0) this.#open[open++] = start;
    }
    return open;
  }

  /** Moves `low` of the open searches to the first sample in [low, high) whose comparison is at least `least`, or to `high`. */
  #boundInSamples(tier: Tier, open: number, least: number): void {
    const low = this.#low;
    const high = this.#high;
    const list = this.#open;
    const { samples } = tier;
    while (open > 0) {
      let ahead = 0;
      for (let i = 0; i < open; i++) ahead ^= samples[((low[list[i]!]! + high[list[i]!]!) >>> 1) * SAMPLE_WORDS]!;
      this.ahead = ahead;
      let left = 0;
      for (let i = 0; i < open; i++) {
        const start = list[i]!;
        const middle = (low[start]! + high[start]!) >>> 1;
        if (this.#compareSample(tier, middle, start) < least) low[start] = middle + 1;
        else high[start] = middle;
        if (low[start]! < high[start]!) list[left++] = start;
      }
      open = left;
    }
  }

  /** The same among suffixes. */
  #boundInSuffixes(tier: Tier, open: number, least: number): void {
    const low = this.#low;
    const high = this.#high;
    const list = this.#open;
    while (open > 0) {
      this.#readAhead(tier, open, low, high);
      let left = 0;
      for (let i = 0; i < open; i++) {
        const start = list[i]!;
        const middle = (low[start]! + high[start]!) >>> 1;
        if (this.#compareSuffix(tier, middle, start) < least) low[start] = middle + 1;
        else high[start] = middle;
        if (low[start]! < high[start]!) list[left++] = start;
      }
      open = left;
    }
  }

  /** Reads what tells apart the suffixes halfway between `low` and `high` of the open searches. */
  #readAhead({ words, suffixes }: Tier, open: number, low: Int32Array, high: Int32Array): void {
    const list = this.#open;
    const places = this.#ahead;
    for (let i = 0; i < open; i++) {
      const start = list[i]!;
      places[i] = suffixes[(low[start]! + high[start]!) >>> 1]! + this.#known[start]!;
    }
    let ahead = 0;
    for (let i = 0; i < open; i++) ahead ^= words[places[i]!]!;
    this.ahead = ahead;
  }

  #compareSample({ samples }: Tier, sample: number, start: number): number {
    const answer = this.#answer;
    const depth = this.depth[start]!;
    const at = sample * SAMPLE_WORDS - 1;
    for (let k = 1; k < depth; k++) {
      const difference = samples[at + k]! - answer[start + k]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #compareSuffix({ words, suffixes }: Tier, place: number, start: number): number {
    const answer = this.#answer;
    const depth = this.depth[start]!;
    const position = suffixes[place]!;
    for (let k = this.#known[start]!; k < depth; k++) {
      const difference = words[position + k]! - answer[start + k]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** Place of a word in the first-word table; −1 when the tier does not have it. */
function entryOf({ alphabet, firstSuffix }: Tier, word: number): number {
  if (alphabet.length === 0) return word < firstSuffix.length - 1 ? word : -1;
  let low = 0;
  let high = alphabet.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (alphabet[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return alphabet[low] === word ? low : -1;
}
