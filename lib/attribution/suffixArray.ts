/**
 * Suffix array of `text` (values in [0, alphabet)) by induced sorting, linear in time whatever the repeats. An imaginary end smaller
 * than every value closes the text. Method: Nong, Zhang, Chan, "Two efficient algorithms for linear time suffix array construction"
 * (2011).
 */
export function suffixArray(text: Int32Array, alphabet: number): Int32Array {
  const length = text.length;
  const order = new Int32Array(length);
  if (length < 2) return order;

  const bucketSizes = new Int32Array(alphabet);
  for (let i = 0; i < length; i++) bucketSizes[text[i]!]!++;
  const isSmall = smallerThanNext(text);
  const starts = substringStarts(isSmall);

  // Sorting the substrings between starts needs only the starts in their buckets, in any order.
  induce(text, order, starts, bucketSizes);
  const { names, count } = nameSubstrings(text, order, isSmall, starts.length);

  let sorted = starts;
  if (count < starts.length) {
    const reduced = starts.map((start) => names[start >> 1]!);
    sorted = suffixArray(reduced, count).map((rank) => starts[rank]!);
  } else {
    sorted = new Int32Array(starts.length);
    for (const start of starts) sorted[names[start >> 1]!] = start;
  }
  induce(text, order, sorted, bucketSizes);
  return order;
}

/** Marks each suffix that is smaller than the one after it ("S-type"). The last one is larger than the imaginary end. */
function smallerThanNext(text: Int32Array): Uint8Array {
  const isSmall = new Uint8Array(text.length);
  for (let i = text.length - 2; i >= 0; i--) {
    const here = text[i]!;
    const next = text[i + 1]!;
    isSmall[i] = here < next || (here === next && isSmall[i + 1] === 1) ? 1 : 0;
  }
  return isSmall;
}

/** Positions of small suffixes that follow a large one ("leftmost S"), ascending. No two are adjacent. */
function substringStarts(isSmall: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 1; i < isSmall.length; i++) count += isSmall[i]! & ~isSmall[i - 1]! & 1;
  const starts = new Int32Array(count);
  for (let i = 1, k = 0; i < isSmall.length; i++) if (isSmall[i] === 1 && isSmall[i - 1] === 0) starts[k++] = i;
  return starts;
}

/**
 * Puts `starts` at the ends of their buckets in the given order and induces the order of all other suffixes from them.
 *
 * An entry is written as its complement when the pass under way will not induce from it, which is known when it is written: the value before
 * it is then in the cache, later it is not. This saves a read of main memory for each suffix.
 */
function induce(text: Int32Array, order: Int32Array, starts: Int32Array, bucketSizes: Int32Array): void {
  const length = text.length;
  order.fill(0);
  const tails = bucketEnds(bucketSizes);
  for (let k = starts.length - 1; k >= 0; k--) order[--tails[text[starts[k]!]!]!] = starts[k]!;

  const heads = bucketEnds(bucketSizes);
  for (let value = 0; value < heads.length; value++) heads[value]! -= bucketSizes[value]!;
  const last = length - 1;
  order[heads[text[last]!]!++] = text[last - 1]! < text[last]! ? ~last : last;
  for (let i = 0; i < length; i++) {
    const position = order[i]!;
    order[i] = ~position;
    if (position <= 0) continue;
    const before = position - 1;
    const value = text[before]!;
    order[heads[value]!++] = before > 0 && text[before - 1]! < value ? ~before : before;
  }

  const ends = bucketEnds(bucketSizes);
  for (let i = length - 1; i >= 0; i--) {
    const position = order[i]!;
    if (position <= 0) {
      order[i] = ~position;
      continue;
    }
    const before = position - 1;
    const value = text[before]!;
    order[--ends[value]!] = before === 0 || text[before - 1]! > value ? ~before : before;
  }
}

function bucketEnds(bucketSizes: Int32Array): Int32Array {
  const ends = new Int32Array(bucketSizes.length);
  let end = 0;
  for (let value = 0; value < ends.length; value++) {
    end += bucketSizes[value]!;
    ends[value] = end;
  }
  return ends;
}

/** Numbers the sorted substrings so that equal ones share a name; `names` is indexed by half the start. */
function nameSubstrings(
  text: Int32Array,
  order: Int32Array,
  isSmall: Uint8Array,
  starts: number,
): { names: Int32Array; count: number } {
  const names = new Int32Array((text.length >> 1) + 1);
  let previous = -1;
  let count = 0;
  for (let i = 0, seen = 0; seen < starts; i++) {
    const start = order[i]!;
    if (start < 1 || isSmall[start] === 0 || isSmall[start - 1] === 1) continue;
    if (previous < 0 || !sameSubstring(text, isSmall, previous, start)) count++;
    names[start >> 1] = count - 1;
    previous = start;
    seen++;
  }
  return { names, count };
}

/** Whether the substrings from `a` and from `b` up to and with the next start are the same in values and types. */
function sameSubstring(text: Int32Array, isSmall: Uint8Array, a: number, b: number): boolean {
  for (let i = 0; ; i++) {
    // Running into the end of the text: only one of two different starts can do so at this distance.
    if (a + i >= text.length || b + i >= text.length) return false;
    if (text[a + i] !== text[b + i] || isSmall[a + i] !== isSmall[b + i]) return false;
    if (i > 0 && isSmall[a + i] === 1 && isSmall[a + i - 1] === 0) return true;
  }
}
