// AssemblyScript: `npm run build:wasm` compiles it into suffixSort.generated.ts.
//
// Suffix array by induced sorting: Nong, Zhang, Chan, "Two efficient algorithms for linear time suffix array construction" (2011), with
// the work space of the recursion in the array itself, as Mori's sais-lite has it. Starts are sorted by what follows them instead of being
// induced: words differ so soon that this takes half as long.

import { add, at, clear, put, release, reserve } from "./memory.assembly";
import { nameStarts } from "./nameStarts.assembly";
import { startBefore } from "./startBefore.assembly";

export { release, reserve };

/** How many suffixes are looked at at a time: what they will read from main memory is asked for at once, so that the waits overlap. */
const STRIDE: i32 = 64;
/** What was read ahead: a compiler must not leave it out. */
export let ahead: i32 = 0;

/** Writes the suffix array of the `length` values in [0, `alphabet`) at `text` to `order`. */
export function sort(text: usize, order: usize, length: i32, alphabet: i32): void {
  if (length < 2) {
    if (length === 1) put(order, 0, 0);
    return;
  }
  const sizes = reserve(alphabet);
  const bounds = reserve(alphabet);
  clear(sizes, alphabet);
  for (let i = 0; i < length; i++) add(sizes, at(text, i), 1);

  clear(bounds, alphabet);
  const count = countStarts(text, bounds, length);
  const names = nameStarts(text, order, bounds, length, alphabet, count);
  if (names < count) {
    const reduced = order + ((<usize>(length - count)) << 2);
    collectNames(order, length, count);
    sort(reduced, order, count, names);
    listStarts(text, reduced, length, count);
    for (let i = 0; i < count; i++) put(order, i, at(reduced, at(order, i)));
  }

  clear(order + ((<usize>count) << 2), length - count);
  fillEnds(sizes, bounds, alphabet);
  for (let i = count - 1; i >= 0; i--) {
    const start = at(order, i);
    put(order, i, 0);
    put(order, add(bounds, at(text, start), -1), start);
  }
  fillHeads(sizes, bounds, alphabet);
  induceLarge(text, order, bounds, length);
  fillEnds(sizes, bounds, alphabet);
  induceSmall(text, order, bounds, length);
  release(sizes);
}

function fillHeads(sizes: usize, bounds: usize, alphabet: i32): void {
  for (let value = 0, sum = 0; value < alphabet; value++) {
    put(bounds, value, sum);
    sum += at(sizes, value);
  }
}

function fillEnds(sizes: usize, bounds: usize, alphabet: i32): void {
  for (let value = 0, sum = 0; value < alphabet; value++) {
    sum += at(sizes, value);
    put(bounds, value, sum);
  }
}

/** Adds the starts to `counts` by their first value; how many there are. */
function countStarts(text: usize, counts: usize, length: i32): i32 {
  let count = 0;
  for (let start = startBefore(text, length); start > 0; start = startBefore(text, start)) {
    add(counts, at(text, start), 1);
    count++;
  }
  return count;
}

/**
 * Induces the order of the large suffixes. An entry is written as its complement when this pass will not induce from it: what decides it is
 * in the cache then, and later is not.
 */
function induceLarge(text: usize, order: usize, bounds: usize, length: i32): void {
  const last = length - 1;
  const value = at(text, last);
  put(order, add(bounds, value, 1) - 1, at(text, last - 1) < value ? ~last : last);
  for (let from = 0; from < length; from += STRIDE) {
    const to = min<i32>(from + STRIDE, length);
    readBefore(text, order, from, to);
    for (let i = from; i < to; i++) {
      const position = at(order, i);
      put(order, i, ~position);
      if (position > 0) {
        const before = position - 1;
        const value = at(text, before);
        const stays = before > 0 && at(text, before - 1) < value;
        put(order, add(bounds, value, 1) - 1, stays ? ~before : before);
      }
    }
  }
}

/** Induces the order of the small suffixes from the large ones. */
function induceSmall(text: usize, order: usize, bounds: usize, length: i32): void {
  for (let to = length; to > 0; to -= STRIDE) {
    const from = max<i32>(to - STRIDE, 0);
    readBefore(text, order, from, to);
    for (let i = to - 1; i >= from; i--) {
      const position = at(order, i);
      if (position > 0) {
        const before = position - 1;
        const value = at(text, before);
        const stays = before === 0 || at(text, before - 1) > value;
        put(order, add(bounds, value, -1), stays ? ~before : before);
      } else {
        put(order, i, ~position);
      }
    }
  }
}

/** Reads ahead the values before the suffixes in [from, to) of `order`; those that are induced meanwhile are not among them. */
function readBefore(text: usize, order: usize, from: i32, to: i32): void {
  let seen = 0;
  for (let i = from; i < to; i++) seen ^= at(text, max<i32>(at(order, i) - 1, 0));
  ahead = seen;
}

/** Writes the names, from 0, in the order of the text at the end of `order`. */
function collectNames(order: usize, length: i32, count: i32): void {
  let to = length;
  for (let i = count + ((length - 1) >> 1); i >= count; i--) {
    const name = at(order, i);
    if (name > 0) put(order, --to, name - 1);
  }
}

/** Writes the starts in the order of the text. */
function listStarts(text: usize, starts: usize, length: i32, count: i32): void {
  let to = count;
  for (let start = startBefore(text, length); start > 0; start = startBefore(text, start)) put(starts, --to, start);
}
