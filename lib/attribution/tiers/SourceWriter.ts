import type { ContributionKind } from "../types.ts";
import type { Vocabulary } from "../words/Vocabulary.ts";
import { WordScanner } from "../words/WordScanner.ts";
import { BORDER, KINDS, type TierSource } from "./types.ts";

/** Writes contributions, in ledger order, as the source of one tier. Long texts can be taken a piece at a time. */
export class SourceWriter {
  readonly #vocabulary: Vocabulary;
  readonly #firstContribution: number;
  readonly #firstSpelling: number;
  readonly #starts: number[] = [];
  readonly #kinds: number[] = [];
  #words: Int32Array;
  #length = 0;
  #yieldedAt = 0;

  /**
   * @param firstSpelling number of the first word that no older source spells
   * @param expected words to make room for
   */
  constructor(vocabulary: Vocabulary, firstContribution: number, firstSpelling: number, expected = 1024) {
    this.#vocabulary = vocabulary;
    this.#firstContribution = firstContribution;
    this.#firstSpelling = firstSpelling;
    this.#words = new Int32Array(expected);
  }

  /** Words and borders so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * Takes a contribution, yielding where `stride` words and borders were taken since it yielded last, also of others. A kind other than the
   * three throws a TypeError.
   */
  *take(text: string, kind: ContributionKind, stride: number): Generator<void, void> {
    const kindNumber = KINDS.indexOf(kind);
    if (kindNumber < 0) {
      const place = this.#firstContribution + this.#starts.length;
      throw new TypeError(`contribution ${place}: kind is ${JSON.stringify(kind)}; use "paid", "commons" or "void"`);
    }
    this.#starts.push(this.#length);
    this.#kinds.push(kindNumber);
    const scanner = new WordScanner(text);
    while (scanner.next()) {
      this.#push(this.#vocabulary.add(text, scanner.start, scanner.end));
      if (this.#isDue(stride)) yield;
    }
    this.#push(BORDER);
    if (this.#isDue(stride)) yield;
  }

  /** What was taken; the writer is then done with. */
  finish(): TierSource {
    return {
      firstContribution: this.#firstContribution,
      words: this.#words.subarray(0, this.#length),
      starts: Int32Array.from(this.#starts),
      kinds: Uint8Array.from(this.#kinds),
      spellings: this.#vocabulary.spellingsFrom(this.#firstSpelling),
    };
  }

  #isDue(stride: number): boolean {
    if (this.#length - this.#yieldedAt < stride) return false;
    this.#yieldedAt = this.#length;
    return true;
  }

  #push(word: number): void {
    if (this.#length === this.#words.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#length++] = word;
  }
}
