import { suffixArray } from "../../lib/attribution/suffixArray.ts";
import type { SpanIndex } from "./types.ts";

/** Shortest span that is looked at, in words: as in the engine's default. */
const LEAST_WORDS = 4;

export interface MaximalSpan {
  start: number;
  words: number;
  documents: number[];
}

/** A suffix array and where documents begin: all that the papers' method needs. */
export function indexForSpans(words: Int32Array, alphabet: number, starts: Int32Array): SpanIndex {
  return { words, starts, suffixes: suffixArray(words, alphabet) };
}

/**
 * Maximal matching spans as the papers on tracing output to training data describe them: from each word of the answer the longest match, by
 * binary search for where the rest of the answer would stand among all suffixes; of those, the ones that lie in no other; and every
 * document that holds the span.
 */
export function maximalSpans({ words, suffixes, starts }: SpanIndex, answer: Int32Array): MaximalSpan[] {
  const spans: MaximalSpan[] = [];
  let reach = 0;
  for (let start = 0; start < answer.length; start++) {
    if (answer[start] === 0) continue;
    const place = placeOf(words, suffixes, answer, start);
    const before = place > 0 ? matchLength(words, suffixes[place - 1]!, answer, start) : 0;
    const after = place < suffixes.length ? matchLength(words, suffixes[place]!, answer, start) : 0;
    const length = Math.max(before, after);
    if (length < LEAST_WORDS || start + length <= reach) continue;
    reach = start + length;
    let from = place;
    while (from > 0 && matchLength(words, suffixes[from - 1]!, answer, start, length) === length) from--;
    let to = place;
    while (to < suffixes.length && matchLength(words, suffixes[to]!, answer, start, length) === length) to++;
    const documents = new Set<number>();
    for (let i = from; i < to; i++) documents.add(documentAt(starts, suffixes[i]!));
    spans.push({ start, words: length, documents: [...documents] });
  }
  return spans;
}

/** How many suffixes are below the rest of the answer. */
function placeOf(words: Int32Array, suffixes: Int32Array, answer: Int32Array, start: number): number {
  let low = 0;
  let high = suffixes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const position = suffixes[middle]!;
    const length = matchLength(words, position, answer, start);
    const ended = start + length === answer.length;
    if (!ended && (words[position + length] ?? -1) < answer[start + length]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

function matchLength(
  words: Int32Array,
  position: number,
  answer: Int32Array,
  start: number,
  most = answer.length - start,
): number {
  let length = 0;
  while (length < most && answer[start + length] !== 0 && words[position + length] === answer[start + length]) length++;
  return length;
}

function documentAt(starts: Int32Array, position: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}
