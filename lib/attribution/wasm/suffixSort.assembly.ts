// AssemblyScript: `npm run build:wasm` compiles it into suffixSort.generated.ts.
//
// Suffix array by induced sorting: Nong, Zhang, Chan, "Two efficient algorithms for linear time suffix array construction" (2011), with
// the work space of the recursion in the array itself, as Mori's sais-lite has it.

let top: usize = (__heap_base + 15) & ~15;

/** How many suffixes are looked at at a time: what they will read from main memory is asked for at once, so that the waits overlap. */
const STRIDE: i32 = 64;
/** What was read ahead: a compiler must not leave it out. */
export let ahead: i32 = 0;

/** Makes room for `count` int32 above all that is there; `release` gives it back. Stops where memory ends, at 4 GB. */
export function reserve(count: i32): usize {
  const from = top;
  top = (top + ((<usize>count) << 2) + 15) & ~15;
  if (top < from) unreachable();
  const pages = <i32>((top + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return from;
}

export function release(from: usize): void {
  top = from;
}

/** Writes the suffix array of the `length` values in [0, `alphabet`) at `text` to `order`. */
export function sort(text: usize, order: usize, length: i32, alphabet: i32): void {
  if (length < 2) {
    if (length === 1) put(order, 0, 0);
    return;
  }
  const sizes = reserve(alphabet);
  const bounds = reserve(alphabet);
  memory.fill(sizes, 0, (<usize>alphabet) << 2);
  for (let i = 0; i < length; i++) add(sizes, at(text, i), 1);

  memory.fill(order, 0, (<usize>length) << 2);
  fillEnds(sizes, bounds, alphabet);
  putStarts(text, order, bounds, length);
  fillHeads(sizes, bounds, alphabet);
  induceLarge(text, order, bounds, length, true);
  fillEnds(sizes, bounds, alphabet);
  induceSmall(text, order, bounds, length, true);

  const count = compact(order, length);
  const names = nameStarts(text, order, length, count);
  if (names < count) {
    const reduced = order + ((<usize>(length - count)) << 2);
    collectNames(order, length, count);
    sort(reduced, order, count, names);
    listStarts(text, reduced, length, count);
    for (let i = 0; i < count; i++) put(order, i, at(reduced, at(order, i)));
  }

  memory.fill(order + ((<usize>count) << 2), 0, (<usize>(length - count)) << 2);
  fillEnds(sizes, bounds, alphabet);
  for (let i = count - 1; i >= 0; i--) {
    const start = at(order, i);
    put(order, i, 0);
    put(order, add(bounds, at(text, start), -1), start);
  }
  fillHeads(sizes, bounds, alphabet);
  induceLarge(text, order, bounds, length, false);
  fillEnds(sizes, bounds, alphabet);
  induceSmall(text, order, bounds, length, false);
  release(sizes);
}

function at(base: usize, i: i32): i32 {
  return load<i32>(base + ((<usize>i) << 2));
}

function put(base: usize, i: i32, value: i32): void {
  store<i32>(base + ((<usize>i) << 2), value);
}

/** Adds to an entry and returns what it is then. */
function add(base: usize, i: i32, change: i32): i32 {
  const value = at(base, i) + change;
  put(base, i, value);
  return value;
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

// A suffix is small when it is below the one after it, else large; the last is large. A start is a small suffix after a large one.

/** Puts the starts at the ends of their buckets, in any order. */
function putStarts(text: usize, order: usize, bounds: usize, length: i32): void {
  let next = at(text, length - 1);
  let small = false;
  for (let i = length - 2; i >= 0; i--) {
    const here = at(text, i);
    if (here < next || (small && here === next)) {
      small = true;
    } else {
      if (small) put(order, add(bounds, next, -1), i + 1);
      small = false;
    }
    next = here;
  }
}

/**
 * Induces the order of the large suffixes. An entry is written as its complement when this pass will not induce from it: what decides it is
 * in the cache then, and later is not. When only starts are wanted, what was induced from is 0 afterwards.
 */
function induceLarge(text: usize, order: usize, bounds: usize, length: i32, startsOnly: bool): void {
  const last = length - 1;
  const value = at(text, last);
  put(order, add(bounds, value, 1) - 1, at(text, last - 1) < value ? ~last : last);
  for (let from = 0; from < length; from += STRIDE) {
    const to = min<i32>(from + STRIDE, length);
    readBefore(text, order, from, to);
    for (let i = from; i < to; i++) {
      const position = at(order, i);
      if (position > 0) {
        put(order, i, startsOnly ? 0 : ~position);
        const before = position - 1;
        const value = at(text, before);
        const stays = before > 0 && at(text, before - 1) < value;
        put(order, add(bounds, value, 1) - 1, stays ? ~before : before);
      } else if (position < 0 || !startsOnly) {
        put(order, i, ~position);
      }
    }
  }
}

/** Induces the order of the small suffixes from the large ones; of these only the starts stay when only they are wanted. */
function induceSmall(text: usize, order: usize, bounds: usize, length: i32, startsOnly: bool): void {
  for (let to = length; to > 0; to -= STRIDE) {
    const from = max<i32>(to - STRIDE, 0);
    readBefore(text, order, from, to);
    for (let i = to - 1; i >= from; i--) {
      const position = at(order, i);
      if (position > 0) {
        if (startsOnly) put(order, i, 0);
        const before = position - 1;
        const value = at(text, before);
        const stays = before === 0 || at(text, before - 1) > value;
        put(order, add(bounds, value, -1), stays ? ~before : before);
      } else if (position < 0 || !startsOnly) {
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

/** Moves the starts to the front, in order; how many there are. */
function compact(order: usize, length: i32): i32 {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const start = at(order, i);
    if (start > 0) put(order, count++, start);
  }
  return count;
}

/**
 * Numbers from 1 the sorted stretches from a start to the next one, equal ones alike, and writes each number where half its start is behind the
 * `count` starts. Two starts are never neighbours.
 */
function nameStarts(text: usize, order: usize, length: i32, count: i32): i32 {
  const named = order + ((<usize>count) << 2);
  memory.fill(named, 0, (<usize>(length - count)) << 2);
  fillLengths(text, named, length);
  let names = 0;
  let previous = 0;
  let previousSize = 0;
  for (let from = 0; from < count; from += STRIDE) {
    const to = min<i32>(from + STRIDE, count);
    readStarts(text, order, named, from, to);
    for (let i = from; i < to; i++) {
      const start = at(order, i);
      const size = at(named, start >> 1);
      if (size !== previousSize || !same(text, start, previous, size, length)) {
        names++;
        previous = start;
        previousSize = size;
      }
      put(named, start >> 1, names);
    }
  }
  return names;
}

/** Reads ahead the first values of the starts in [from, to) of `order`, and their lengths. */
function readStarts(text: usize, order: usize, named: usize, from: i32, to: i32): void {
  let seen = 0;
  for (let i = from; i < to; i++) {
    const start = at(order, i);
    seen ^= at(text, start) ^ at(named, start >> 1);
  }
  ahead = seen;
}

function same(text: usize, a: i32, b: i32, size: i32, length: i32): bool {
  if (max<i32>(a, b) + size > length) return false;
  for (let i = 0; i < size; i++) if (at(text, a + i) !== at(text, b + i)) return false;
  return true;
}

/** How far it is from each start to the next, or to the end. */
function fillLengths(text: usize, named: usize, length: i32): void {
  let following = length;
  let next = at(text, length - 1);
  let small = false;
  for (let i = length - 2; i >= 0; i--) {
    const here = at(text, i);
    if (here < next || (small && here === next)) {
      small = true;
    } else {
      if (small) {
        put(named, (i + 1) >> 1, following - i - 1);
        following = i + 1;
      }
      small = false;
    }
    next = here;
  }
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
  let next = at(text, length - 1);
  let small = false;
  for (let i = length - 2; i >= 0; i--) {
    const here = at(text, i);
    if (here < next || (small && here === next)) {
      small = true;
    } else {
      if (small) put(starts, --to, i + 1);
      small = false;
    }
    next = here;
  }
}
