import { rangeMinimum } from "./minimumTree.ts";
import { GRAM_WORDS } from "./tiers/gramFilter.ts";
import { SEARCH_WORDS, Searches } from "./tiers/Searches.ts";
import type { Tier } from "./tiers/types.ts";
import type { Walk } from "./Walk.ts";

/** How many words a tier holds from a token on: any number. */
const UNKNOWN = 2 ** 30;
/** That is still being looked for. */
const OPEN = -1;
/** Of starts that follow one another every how many are searched for at once; the others wait for what these tell of them. */
const HEAD_STEP = 16;

/**
 * Finds what a tier holds of an answer with as few searches as it can: a search waits for main memory some twenty times, and most of what an
 * answer quotes follows from what was found a few words before or after (`Walk`).
 */
export class TierTrace {
  readonly #walk: Walk;
  readonly #searches: Searches;
  /** Starts of which the tier may hold n-grams that count, ascending; while they are lengthened, the open ones are the last of it. */
  readonly #candidates: Int32Array;
  #count = 0;
  /** By start: how many words from there on the tier holds at most. What begins a word earlier has one more at most. */
  readonly #atMost: Int32Array;
  #tier!: Tier;

  constructor(answer: Int32Array, walk: Walk) {
    this.#walk = walk;
    this.#searches = new Searches(answer);
    this.#candidates = new Int32Array(answer.length);
    this.#atMost = new Int32Array(answer.length + 1);
  }

  /** Begins a tier; the oldest comes first. */
  enter(tier: Tier): void {
    this.#tier = tier;
    this.#walk.enter(tier);
    this.#count = 0;
    this.#atMost.fill(UNKNOWN);
  }

  /** Has n-grams at `start` looked for. Starts are added in ascending order. */
  add(start: number): void {
    this.#candidates[this.#count++] = start;
    this.#atMost[start] = OPEN;
    this.#searches.forget(start);
  }

  /** Takes it as known that the tier does not hold the run of `GRAM_WORDS` words at `start`. */
  exclude(start: number): void {
    this.#atMost[start] = GRAM_WORDS - 1;
  }

  /** Follows all n-grams of the starts that were added. */
  run(): void {
    this.#findHeads();
    for (let i = 0; i < this.#count; i++) this.#walk.learnFromBefore(this.#candidates[i]!);
    for (let i = this.#count - 1; i >= 0; i--) this.#walk.learnFromAfter(this.#candidates[i]!);
    this.#findOthers();
    this.#lengthen();
  }

  #findHeads(): void {
    this.#searches.clear();
    for (let i = 0; i < this.#count; i++) {
      const start = this.#candidates[i]!;
      const followsOn = i > 0 && this.#candidates[i - 1] === start - 1;
      if (!followsOn || start % HEAD_STEP === 0) this.#ask(start);
    }
    this.#find();
  }

  /** Finds the least n-grams of starts of which neighbours told nothing, or not where they occur first. */
  #findOthers(): void {
    this.#searches.clear();
    for (let i = 0; i < this.#count; i++) {
      const start = this.#candidates[i]!;
      if (this.#atMost[start] === OPEN && !this.#walk.follows(start) && !this.#searches.has(start)) this.#ask(start);
    }
    this.#find();
  }

  /** Words of the least n-gram at `start` whose publisher is not known, as many of them as a search takes. */
  #leastDepth(start: number): number {
    return Math.min(SEARCH_WORDS, this.#walk.held[start]! + 1);
  }

  #ask(start: number): void {
    this.#searches.add(start, this.#leastDepth(start));
    // If it is not found.
    this.#atMost[start] = this.#leastDepth(start) - 1;
  }

  #find(): void {
    this.#searches.find(this.#tier);
    this.#followFound();
  }

  #followFound(): void {
    const { list, from, to, depth } = this.#searches;
    const { suffixes, earliest } = this.#tier;
    for (let i = 0; i < this.#searches.count; i++) {
      const start = list[i]!;
      this.#atMost[start] = OPEN;
      const [first, end] = [from[start]!, to[start]!];
      const position = end - first === 1 ? suffixes[first]! : rangeMinimum(earliest, first, end);
      if (depth[start]! > this.#walk.held[start]!) this.#walk.follow(start, position);
      else this.#walk.learn(start, position, depth[start]!);
    }
  }

  /** Follows the n-grams of the candidates as they grow, until the tier is known to have no longer ones. */
  #lengthen(): void {
    const candidates = this.#candidates;
    const atMost = this.#atMost;
    const searches = this.#searches;
    const { held } = this.#walk;
    for (let first = 0; ; ) {
      searches.clear();
      let open = this.#count;
      for (let i = this.#count - 1; i >= first; i--) {
        const start = candidates[i]!;
        if (atMost[start] !== OPEN) continue;
        this.#walk.learnFromAfter(start);
        if (this.#isExhausted(start)) {
          atMost[start] = held[start]!;
        } else {
          candidates[--open] = start;
          searches.addLonger(start, held[start]! + 1);
        }
      }
      if (searches.count === 0) return;
      first = open;
      // If it is not found.
      for (let i = 0; i < searches.count; i++) atMost[searches.list[i]!] = held[searches.list[i]!]!;
      searches.narrow(this.#tier);
      this.#followFound();
    }
  }

  /** Whether the tier is known to hold no longer n-gram at `start` that would count. */
  #isExhausted(start: number): boolean {
    const { from, to } = this.#searches;
    const isOnly = to[start]! - from[start]! === 1;
    const next = this.#atMost[start + 1]!;
    return (
      this.#walk.isDone(start) ||
      (isOnly && this.#walk.follows(start)) ||
      (next !== OPEN && next < this.#walk.held[start]!)
    );
  }
}
