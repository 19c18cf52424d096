// Sorts entries of 16 bytes by their first 8, which are a key; the next 4 go with it, the last 4 belong to the place.

import { add, at, clear, put } from "./memory.assembly";

export const ENTRY: usize = 16;

/** From this many entries on counting digits is faster than merging. */
const MANY: i32 = 1000;
/** Entries that are inserted one by one before runs are merged. */
const RUN: i32 = 8;
const DIGIT_BITS: i32 = 8;
const DIGITS: i32 = 64 / DIGIT_BITS;
/** int32 that `counters` needs. */
export const COUNTERS: i32 = DIGITS << DIGIT_BITS;

/** Sorts `count` entries by keys of `bits` bits. `spare` has room for as many. */
export function sortByKey(entries: usize, spare: usize, counters: usize, count: i32, bits: i32): void {
  const sorted = count < MANY ? mergeSort(entries, spare, count) : radixSort(entries, spare, counters, count, bits);
  if (sorted === entries) return;
  for (let i = 0; i < count; i++) copy(sorted + ENTRY * <usize>i, entries + ENTRY * <usize>i);
}

function copy(from: usize, to: usize): void {
  store<u64>(to, load<u64>(from));
  store<i32>(to, load<i32>(from, 8), 8);
}

/** Returns which of the two holds the sorted entries; so does `radixSort`. */
function mergeSort(entries: usize, spare: usize, count: i32): usize {
  for (let from = 0; from < count; from += RUN)
    insertionSort(entries + ENTRY * <usize>from, min<i32>(RUN, count - from));
  let source = entries;
  let target = spare;
  for (let size = RUN; size < count; size <<= 1) {
    for (let from = 0; from < count; from += size << 1) {
      merge(source, target, from, min<i32>(from + size, count), min<i32>(from + (size << 1), count));
    }
    const sorted = target;
    target = source;
    source = sorted;
  }
  return source;
}

function insertionSort(entries: usize, count: i32): void {
  for (let i = 1; i < count; i++) {
    let place = entries + ENTRY * <usize>i;
    const key = load<u64>(place);
    const position = load<i32>(place, 8);
    while (place > entries && load<u64>(place - ENTRY) > key) {
      copy(place - ENTRY, place);
      place -= ENTRY;
    }
    store<u64>(place, key);
    store<i32>(place, position, 8);
  }
}

function merge(source: usize, target: usize, from: i32, middle: i32, to: i32): void {
  let left = source + ENTRY * <usize>from;
  const leftEnd = source + ENTRY * <usize>middle;
  let right = leftEnd;
  const rightEnd = source + ENTRY * <usize>to;
  for (let out = target + ENTRY * <usize>from; out < target + ENTRY * <usize>to; out += ENTRY) {
    if (left === leftEnd || (right < rightEnd && load<u64>(right) < load<u64>(left))) {
      copy(right, out);
      right += ENTRY;
    } else {
      copy(left, out);
      left += ENTRY;
    }
  }
}

/** By one digit after the other, from the lowest; digits that all keys share are left out. */
function radixSort(entries: usize, spare: usize, counters: usize, count: i32, bits: i32): usize {
  const digits = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
  clear(counters, digits << DIGIT_BITS);
  for (let i = 0; i < count; i++) {
    const key = load<u64>(entries + ENTRY * <usize>i);
    for (let digit = 0; digit < digits; digit++) add(counters, (digit << DIGIT_BITS) + digitOf(key, digit), 1);
  }
  let source = entries;
  let target = spare;
  for (let digit = 0; digit < digits; digit++) {
    const places = counters + ((<usize>(digit << DIGIT_BITS)) << 2);
    if (at(places, digitOf(load<u64>(source), digit)) === count) continue;
    for (let value = 0, sum = 0; value < 1 << DIGIT_BITS; value++) {
      const size = at(places, value);
      put(places, value, sum);
      sum += size;
    }
    for (let i = 0; i < count; i++) {
      const from = source + ENTRY * <usize>i;
      copy(from, target + ENTRY * <usize>(add(places, digitOf(load<u64>(from), digit), 1) - 1));
    }
    const sorted = target;
    target = source;
    source = sorted;
  }
  return source;
}

function digitOf(key: u64, digit: i32): i32 {
  return <i32>(key >> <u64>(digit * DIGIT_BITS)) & ((1 << DIGIT_BITS) - 1);
}
