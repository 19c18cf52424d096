import { FOLD_OF_UNIT } from "./WordScanner.ts";

/** Grows beyond this part full: probes stay short. */
const MAX_LOAD = 0.6;

/** Spelling of the words numbered from `first` on: word i has the UTF-16 units [ends[i − 1], ends[i]). */
export interface Spellings {
  first: number;
  ends: Int32Array;
  units: Uint16Array;
}

/**
 * Numbers folded words from 1 in the order in which they come, in flat arrays (about 25 bytes a word). Only grows: a number once given
 * stays. 0 stands for no word.
 */
export class Vocabulary {
  #size = 0;
  #table = new Int32Array(2048);
  #hashes = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #units = new Uint16Array(8192);
  /** Another one each time, so that nobody can prepare words that collide. Numbers do not depend on it. */
  readonly #seed = (Math.random() * 2 ** 32) | 0;
  /** What was read ahead: a compiler must not leave it out. */
  ahead = 0;

  /** Number of words, and of the last word. */
  get size(): number {
    return this.#size;
  }

  /** Numbers of the words that `text` has, folded, at `tokens`; 0 for one that is not known. Reads ahead, so that look-ups wait for memory together. */
  numbersOf(text: string, tokens: readonly { start: number; end: number }[]): Int32Array {
    const count = tokens.length;
    const hashes = new Int32Array(count);
    const numbers = new Int32Array(count);
    for (let i = 0; i < count; i++) hashes[i] = this.#hash(text, tokens[i]!.start, tokens[i]!.end);
    const mask = this.#table.length - 1;
    for (let i = 0; i < count; i++) numbers[i] = this.#table[hashes[i]! & mask]!;
    let ahead = 0;
    for (let i = 0; i < count; i++) ahead ^= this.#hashes[numbers[i]!]! ^ this.#units[this.#ends[numbers[i]!]!]!;
    this.ahead = ahead;
    for (let i = 0; i < count; i++) {
      numbers[i] = this.#table[this.#placeOf(text, tokens[i]!.start, tokens[i]!.end, hashes[i]!)]!;
    }
    return numbers;
  }

  /** Number of the word that `text` has, folded, at [start, end); one that is not known gets the next. */
  add(text: string, start: number, end: number): number {
    const hash = this.#hash(text, start, end);
    const place = this.#placeOf(text, start, end, hash);
    const known = this.#table[place]!;
    if (known !== 0) return known;
    const number = this.#append(hash, end - start);
    let unit = this.#ends[number - 1]!;
    for (let at = start; at < end; at++) this.#units[unit++] = FOLD_OF_UNIT[text.charCodeAt(at)]!;
    this.#ends[number] = unit;
    this.#table[place] = number;
    if (number > this.#table.length * MAX_LOAD) this.#rehash(this.#table.length * 2);
    return number;
  }

  /** How the words from number `first` on are spelled. */
  spellingsFrom(first: number): Spellings {
    const base = this.#ends[first - 1]!;
    return {
      first,
      ends: this.#ends.slice(first, this.#size + 1).map((end) => end - base),
      units: this.#units.slice(base, this.#ends[this.#size]),
    };
  }

  /** Takes over words that were numbered before; they must follow those that are here. */
  restore({ first, ends, units }: Spellings): void {
    if (first !== this.#size + 1) throw new RangeError(`words from ${first} do not follow the ${this.#size} known`);
    for (let word = 0, start = 0; word < ends.length; word++) {
      const end = ends[word]!;
      let hash = this.#seed;
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
      const number = this.#append(spread(hash), end - start);
      const base = this.#ends[number - 1]!;
      this.#units.set(units.subarray(start, end), base);
      this.#ends[number] = base + end - start;
      start = end;
    }
    let places = this.#table.length;
    while (this.#size > places * MAX_LOAD) places *= 2;
    this.#rehash(places);
  }

  #hash(text: string, start: number, end: number): number {
    let hash = this.#seed;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ FOLD_OF_UNIT[text.charCodeAt(at)]!, 0x01000193);
    return spread(hash);
  }

  /** Where the word's number is, or the free place where it would go. */
  #placeOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = this.#table[place]!;
      if (number === 0 || (this.#hashes[number] === hash && this.#spells(number, text, start, end))) return place;
    }
  }

  #spells(number: number, text: string, start: number, end: number): boolean {
    const base = this.#ends[number - 1]!;
    if (this.#ends[number]! - base !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#units[base + at - start] !== FOLD_OF_UNIT[text.charCodeAt(at)]) return false;
    }
    return true;
  }

  /** Makes room for a word of `units` and gives it the next number. */
  #append(hash: number, units: number): number {
    const number = ++this.#size;
    if (number === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(number * 2));
      this.#ends = grown(this.#ends, new Int32Array(number * 2));
    }
    const needed = this.#ends[number - 1]! + units;
    if (needed > this.#units.length) this.#units = grown(this.#units, new Uint16Array(needed * 2));
    this.#hashes[number] = hash;
    return number;
  }

  #rehash(places: number): void {
    const table = new Int32Array(places);
    for (let number = 1; number <= this.#size; number++) {
      let place = this.#hashes[number]! & (places - 1);
      while (table[place] !== 0) place = (place + 1) & (places - 1);
      table[place] = number;
    }
    this.#table = table;
  }
}

/** Carries the high bits into the low ones, which choose the place. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function grown<Values extends Int32Array | Uint16Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
