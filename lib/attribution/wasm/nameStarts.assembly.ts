// Names for the starts of a text, in the order of what follows each.
//
// Two starts have one name when they agree in all values up to the next start, that one's first value included. Else what follows them is
// compared, and where it agrees up to the nearer next start, that with the nearer one is above: it goes on with a small suffix, the other
// with a large one, of the same value.

import { add, at, clear, put, release, reserve } from "./memory.assembly";
import { COUNTERS, ENTRY, sortByKey } from "./sortByKey.assembly";
import { startBefore } from "./startBefore.assembly";

/** Values that a key holds at most. */
const MOST_VALUES: i32 = 3;
/** Below its values a key has 1 when the next start is among them. Where the values are equal it is as far on then. */
const NEAR_BITS: i32 = 1;
/** Starts go to their places by the first value in two steps: by its upper bits, then by so many lower ones, so that writes stay near. */
const LOWER_BITS: i32 = 10;

/** What all steps need: names are given before the recursion begins, so only one text is looked at at a time. */
let text: usize;
let length: i32;
/** Where half a start is: first how far it is to the next one, then its name. */
let named: usize;
/** An entry is a key, the start, and 1 when its name is not that of the entry before. */
let entries: usize;
let spare: usize;
let counters: usize;
/** Ranges of entries that are still to be told apart: from, to, and how many values they agree in. */
let stack: usize;
/** Bits of a value in a key, and values in a key. */
let width: i32;
let values: i32;

/**
 * Writes the `count` starts to the front of `order`, sorted by name, and the names, from 1, behind them, each where half its start is. Two
 * starts are never neighbours. `counts` has of each first value how many starts it has, and is overwritten. Returns how many names there are.
 */
export function nameStarts(textAt: usize, order: usize, counts: usize, size: i32, alphabet: i32, count: i32): i32 {
  text = textAt;
  length = size;
  named = order + ((<usize>count) << 2);
  clear(named, length - count);
  width = 32 - clz(alphabet);
  values = min<i32>(MOST_VALUES, (64 - NEAR_BITS) / width);
  counters = reserve(COUNTERS);
  entries = reserve(count << 2);
  spare = reserve(count << 2);
  stack = reserve(3 * (count >> 1));
  placeStarts(counts, alphabet, count);
  for (let value = 0, from = 0; value < alphabet; value++) {
    const to = at(counts, value);
    if (to > from) tellApart(from, to);
    from = to;
  }
  let names = 0;
  for (let i = 0; i < count; i++) {
    const entry = entryAt(i);
    const start = load<i32>(entry, 8);
    names += load<i32>(entry, 12);
    put(named, start >> 1, names);
    put(order, i, start);
  }
  release(counters);
  return names;
}

function entryAt(i: i32): usize {
  return entries + ENTRY * <usize>i;
}

/** Writes the entries of all starts by their first value. Makes of its counts where its entries end. */
function placeStarts(counts: usize, alphabet: i32, count: i32): void {
  const places = reserve((alphabet >> LOWER_BITS) + 1);
  for (let value = 0, sum = 0; value < alphabet; value++) {
    if ((value & ((1 << LOWER_BITS) - 1)) === 0) put(places, value >> LOWER_BITS, sum);
    const size = at(counts, value);
    put(counts, value, sum);
    sum += size;
  }
  writeEntries(places);
  for (let i = 0; i < count; i++) {
    const from = spare + ENTRY * <usize>i;
    const to = entryAt(add(counts, load<i32>(from, 12), 1) - 1);
    store<u64>(to, load<u64>(from));
    store<i32>(to, load<i32>(from, 8), 8);
  }
  release(places);
}

/** Writes the entries of all starts to `spare`, with their first value, by its upper bits; and how far it is to the next start. */
function writeEntries(places: usize): void {
  let next = length;
  for (let start = startBefore(text, length); start > 0; start = startBefore(text, start)) {
    put(named, start >> 1, next - start);
    next = start;
    const value = at(text, start);
    const entry = spare + ENTRY * <usize>(add(places, value >> LOWER_BITS, 1) - 1);
    store<u64>(entry, keyOf(start, 0));
    store<i32>(entry, start, 8);
    store<i32>(entry, value, 12);
  }
}

/** What follows a start after the `agreed` values, and whether the next start is among it; beyond the end is less than any value. */
function keyOf(start: i32, agreed: i32): u64 {
  let key: u64 = 0;
  for (let k = 1; k <= values; k++) {
    const place = start + agreed + k;
    key = (key << (<u64>width)) | <u64>(place < length ? at(text, place) + 1 : 0);
  }
  return (key << NEAR_BITS) | <u64>(at(named, start >> 1) - agreed <= values ? 1 : 0);
}

/** Sorts the entries [from, to), whose starts have one first value, and says which names are others than those before. */
function tellApart(from: i32, to: i32): void {
  store<i32>(entryAt(from), 1, 12);
  for (let open = 0, agreed = 0; ; ) {
    if (to - from > 1) sortByKey(entryAt(from), spare, counters, to - from, width * values + NEAR_BITS);
    let key = load<u64>(entryAt(from));
    for (let i = from + 1; i <= to; i++) {
      if (i < to) {
        const next = load<u64>(entryAt(i));
        store<i32>(entryAt(i), next !== key ? 1 : 0, 12);
        if (next === key) continue;
        key = next;
      }
      // Of [from, i) all keys are one. Where the next starts lie beyond it the names may be others.
      if (i - from > 1 && (load<u64>(entryAt(from)) & 1) === 0) {
        put(stack, open, from);
        put(stack, open + 1, i);
        put(stack, open + 2, agreed + values);
        open += 3;
      }
      from = i;
    }
    if (open === 0) return;
    open -= 3;
    from = at(stack, open);
    to = at(stack, open + 1);
    agreed = at(stack, open + 2);
    for (let i = from; i < to; i++) store<u64>(entryAt(i), keyOf(load<i32>(entryAt(i), 8), agreed));
  }
}
