import { gramFilter } from "../wasm/gramFilter.generated.ts";
import { intsAt, moduleRunner, type WasmExports } from "../wasm/moduleRunner.ts";
import { BORDER } from "./types.ts";

/** Words of the n-grams that the filter knows. */
export const GRAM_WORDS = 4;

/** Filter bits for each word of the tier. */
const BITS_PER_WORD = 8;

/** 32-bit entries of a filter over `words` words: pairs, of which one n-gram marks two bits each. */
export function gramFilterSize(words: number): number {
  return 2 * Math.max(1, Math.ceil((words * BITS_PER_WORD) / 64));
}

/** Hash of the `GRAM_WORDS` word numbers at `at`. */
export function gramHash(words: Int32Array, at: number): number {
  let hash = 0x9e3779b9;
  for (let k = at; k < at + GRAM_WORDS; k++) {
    hash = Math.imul(hash ^ words[k]!, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}

interface Marker extends WasmExports {
  clear(base: number, count: number): void;
  mark(
    words: number,
    count: number,
    filter: number,
    pairs: number,
    firsts: number,
    gramWords: number,
    border: number,
  ): void;
}

const withMarker = moduleRunner<Marker>(gramFilter);

/** Words that are handed to the marker at a time: whole entries of `firsts`. */
const BLOCK = 65_536;

/** Fills a Bloom filter with all n-grams of `GRAM_WORDS` words that cross no border, and `firsts` with those that it did not have yet. */
export function fillGramFilter(filter: Int32Array, firsts: Int32Array, words: Int32Array): void {
  withMarker((marker) => {
    const wordsAt = marker.reserve(Math.min(words.length, BLOCK + GRAM_WORDS - 1));
    const filterAt = marker.reserve(filter.length);
    const firstsAt = marker.reserve(firsts.length);
    marker.clear(filterAt, filter.length);
    marker.clear(firstsAt, firsts.length);
    for (let from = 0; from <= words.length - GRAM_WORDS; from += BLOCK) {
      const block = words.subarray(from, from + BLOCK + GRAM_WORDS - 1);
      const count = block.length - GRAM_WORDS + 1;
      intsAt(marker, wordsAt, block.length).set(block);
      marker.mark(wordsAt, count, filterAt, filter.length >> 1, firstsAt + from / 8, GRAM_WORDS, BORDER);
    }
    filter.set(intsAt(marker, filterAt, filter.length));
    firsts.set(intsAt(marker, firstsAt, firsts.length));
    marker.release(wordsAt);
  });
}

/** 32-bit entries of `firsts` over `words` words. */
export function firstsSize(words: number): number {
  return Math.ceil(words / 32);
}

/**
 * Whether the n-gram of `depth` words at `position` is known to occur nowhere before it: one of the runs of `GRAM_WORDS` words in it does not.
 * The filter takes some for known that are not, so `false` says nothing.
 */
export function isFirst(firsts: Int32Array, position: number, depth: number): boolean {
  for (let place = position; place <= position + depth - GRAM_WORDS; place++) {
    if ((firsts[place >>> 5]! & (1 << (place & 31))) !== 0) return true;
  }
  return false;
}

/** What was read ahead: a compiler must not leave it out. */
const ahead = new Int32Array(1);

/**
 * Writes to `missing`, for each of the first `count` n-grams by their hashes, what of its marks is missing: not 0 only when the tier does not
 * hold it; 0 by chance for about 1 in 40 that it does not hold. First only reads, so that all wait for memory together.
 */
export function missingMarks(filter: Int32Array, hashes: Uint32Array, count: number, missing: Int32Array): void {
  for (let i = 0; i < count; i++) missing[i] = pairOf(filter, hashes[i]!);
  let seen = 0;
  for (let i = 0; i < count; i++) seen ^= filter[missing[i]!]!;
  ahead[0] = seen;
  for (let i = 0; i < count; i++) {
    const pair = missing[i]!;
    const picks = Math.imul(hashes[i]!, 0xc2b2ae35);
    missing[i] = (~filter[pair]! & firstBits(picks)) | (~filter[pair + 1]! & secondBits(picks));
  }
}

/** Spreads the hash over the pairs by its high bits. */
function pairOf(filter: Int32Array, hash: number): number {
  return Math.floor((hash / 2 ** 32) * (filter.length >> 1)) << 1;
}

function firstBits(picks: number): number {
  return (1 << (picks >>> 27)) | (1 << ((picks >>> 22) & 31));
}

function secondBits(picks: number): number {
  return (1 << ((picks >>> 17) & 31)) | (1 << ((picks >>> 12) & 31));
}
