// AssemblyScript: `npm run build:wasm` compiles it into gramFilter.generated.ts. Marks as tiers/gramFilter.ts reads.

import { at, clear, put, release, reserve } from "./memory.assembly";

export { clear, release, reserve };

/** n-grams that are marked at a time: their places are read ahead, so that the waits for memory overlap. */
const STRIDE: i32 = 64;
/** What was read ahead: a compiler must not leave it out. */
export let ahead: i32 = 0;

const hashes = memory.data(STRIDE * 4, 16);
const places = memory.data(STRIDE * 4, 16);

/**
 * Marks the n-grams of `gramWords` words that begin at the first `count` of `words`, but for those over a border; sets the bits in `firsts` of
 * those that were not marked before.
 */
export function mark(
  words: usize,
  count: i32,
  filter: usize,
  pairs: i32,
  firsts: usize,
  gramWords: i32,
  border: i32,
): void {
  let sinceBorder = 0;
  for (let i = 0; i < gramWords - 1; i++) sinceBorder = at(words, i) === border ? 0 : sinceBorder + 1;
  let held = 0;
  for (let i = 0; i < count; i++) {
    sinceBorder = at(words, i + gramWords - 1) === border ? 0 : sinceBorder + 1;
    if (sinceBorder < gramWords) continue;
    store<u32>(hashes + ((<usize>held) << 2), hashOf(words + ((<usize>i) << 2), gramWords));
    put(places, held, i);
    held++;
    if (held === STRIDE) {
      markHeld(held, filter, pairs, firsts);
      held = 0;
    }
  }
  markHeld(held, filter, pairs, firsts);
}

function hashOf(gram: usize, gramWords: i32): u32 {
  let hash: u32 = 0x9e3779b9;
  for (let k = 0; k < gramWords; k++) {
    hash = (hash ^ at(gram, k)) * 0x85ebca6b;
    hash ^= hash >> 13;
  }
  return hash;
}

function markHeld(count: i32, filter: usize, pairs: i32, firsts: usize): void {
  let seen = 0;
  for (let i = 0; i < count; i++) seen ^= load<i32>(pairAt(filter, pairs, hashAt(i)));
  ahead = seen;
  for (let i = 0; i < count; i++) {
    const hash = hashAt(i);
    const picks = hash * 0xc2b2ae35;
    const pair = pairAt(filter, pairs, hash);
    const marks = load<u64>(pair);
    const own = bit(picks >> 27) | bit(picks >> 22) | ((bit(picks >> 17) | bit(picks >> 12)) << 32);
    if ((marks & own) === own) continue;
    store<u64>(pair, marks | own);
    const place = at(places, i);
    put(firsts, place >> 5, at(firsts, place >> 5) | (1 << (place & 31)));
  }
}

/** Bit 0 to 31, by the low five bits of `pick`. */
function bit(pick: u32): u64 {
  return (<u64>1) << (pick & 31);
}

function hashAt(i: i32): u32 {
  return load<u32>(hashes + ((<usize>i) << 2));
}

/** Spreads the hash over the pairs by its high bits, in doubles as the reader does: rounding must be the same. */
function pairAt(filter: usize, pairs: i32, hash: u32): usize {
  return filter + ((<usize>floor((<f64>hash / 4294967296.0) * <f64>pairs)) << 3);
}
