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

/** n-grams that are marked at a time: their places are read ahead, so that the waits for memory overlap. */
const STRIDE = 64;
const hashes = new Int32Array(STRIDE);
const pairs = new Int32Array(STRIDE);
/** What was read ahead: a compiler must not leave it out. */
const ahead = new Int32Array(1);

/** Fills a Bloom filter with all n-grams of `GRAM_WORDS` words that cross no border. */
export function fillGramFilter(filter: Int32Array, words: Int32Array): void {
  let run = 0;
  let count = 0;
  for (let end = 0; end < words.length; end++) {
    run = words[end] === BORDER ? 0 : run + 1;
    if (run < GRAM_WORDS) continue;
    const hash = gramHash(words, end - GRAM_WORDS + 1);
    hashes[count] = hash;
    pairs[count++] = pairOf(filter, hash);
    if (count < STRIDE) continue;
    mark(filter, count);
    count = 0;
  }
  mark(filter, count);
}

/** Marks the first `count` of `hashes`. */
function mark(filter: Int32Array, count: number): void {
  let seen = 0;
  for (let i = 0; i < count; i++) seen ^= filter[pairs[i]!]!;
  ahead[0] = seen;
  for (let i = 0; i < count; i++) {
    const picks = Math.imul(hashes[i]!, 0xc2b2ae35);
    const pair = pairs[i]!;
    filter[pair]! |= firstBits(picks);
    filter[pair + 1]! |= secondBits(picks);
  }
}

/**
 * What of the n-gram's marks is missing: not 0 only when the tier does not hold it; 0 by chance for about 1 in 40 that it does not hold.
 * Decides nothing on the way, so that many in a row wait for memory together.
 */
export function missingMarks(filter: Int32Array, hash: number): number {
  const pair = pairOf(filter, hash);
  const picks = Math.imul(hash, 0xc2b2ae35);
  return (~filter[pair]! & firstBits(picks)) | (~filter[pair + 1]! & secondBits(picks));
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
