// Arrays of int32 in the memory of the modules.

let top: usize = (__heap_base + 15) & ~15;

/** Makes room for `count` int32 above all that is there; `release` gives it back. Stops where memory ends, at 4 GB. */
export function reserve(count: i32): usize {
  const from = top;
  top = (top + ((<usize>count) << 2) + 15) & ~15;
  if (<u32>count >> 30 !== 0 || top < from) unreachable();
  const pages = <i32>((top + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return from;
}

export function release(from: usize): void {
  top = from;
}

export function at(base: usize, i: i32): i32 {
  return load<i32>(base + ((<usize>i) << 2));
}

export function put(base: usize, i: i32, value: i32): void {
  store<i32>(base + ((<usize>i) << 2), value);
}

/** Adds to an entry and returns what it is then. */
export function add(base: usize, i: i32, change: i32): i32 {
  const value = at(base, i) + change;
  put(base, i, value);
  return value;
}

export function clear(base: usize, count: i32): void {
  memory.fill(base, 0, (<usize>count) << 2);
}
