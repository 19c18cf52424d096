const FAN_OUT = 16;
const ABOVE_ALL = 2 ** 31 - 1;

/** Levels of minima over `values`: level k holds the minimum of each aligned block of 16^k values. Costs 1/15 of the array. */
export interface MinimumTree {
  levels: Int32Array[];
}

/** Entries that the levels above `length` values take together. */
export function minimumTreeSize(length: number): number {
  let size = 0;
  for (let below = length; below > FAN_OUT; ) {
    below = Math.ceil(below / FAN_OUT);
    size += below;
  }
  return size;
}

/** Reads `storage`, filled by `buildMinimumTree`, as the levels over `values`. */
export function viewMinimumTree(values: Int32Array, storage: Int32Array): MinimumTree {
  const levels = [values];
  let from = 0;
  for (let below = values; below.length > FAN_OUT; ) {
    const above = storage.subarray(from, from + Math.ceil(below.length / FAN_OUT));
    from += above.length;
    levels.push(above);
    below = above;
  }
  return { levels };
}

/** Builds the tree into `storage`, which has `minimumTreeSize(values.length)` entries. */
export function buildMinimumTree(
  values: Int32Array,
  storage: Int32Array = new Int32Array(minimumTreeSize(values.length)),
): MinimumTree {
  const tree = viewMinimumTree(values, storage);
  for (let depth = 1; depth < tree.levels.length; depth++) {
    const below = tree.levels[depth - 1]!;
    const above = tree.levels[depth]!;
    for (let block = 0; block < above.length; block++) {
      above[block] = leastOf(below, block * FAN_OUT, Math.min((block + 1) * FAN_OUT, below.length));
    }
  }
  return tree;
}

/** Least value in [from, to); the range must not be empty. At most 2 · 16 reads per level. */
export function rangeMinimum(tree: MinimumTree, from: number, to: number): number {
  let least = ABOVE_ALL;
  let depth = 0;
  for (; depth < tree.levels.length - 1 && to - from > FAN_OUT; depth++) {
    const firstBlock = Math.ceil(from / FAN_OUT);
    const endBlock = Math.floor(to / FAN_OUT);
    if (firstBlock >= endBlock) break;
    const values = tree.levels[depth]!;
    least = Math.min(least, leastOf(values, from, firstBlock * FAN_OUT), leastOf(values, endBlock * FAN_OUT, to));
    from = firstBlock;
    to = endBlock;
  }
  return Math.min(least, leastOf(tree.levels[depth]!, from, to));
}

function leastOf(values: Int32Array, from: number, to: number): number {
  let least = ABOVE_ALL;
  for (let i = from; i < to; i++) if (values[i]! < least) least = values[i]!;
  return least;
}
