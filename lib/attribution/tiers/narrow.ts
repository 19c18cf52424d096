import { SAMPLE_STEP, SAMPLE_WORDS } from "./tierLayout.ts";
import type { Tier } from "./types.ts";

/** The places [from, to) in a tier's suffixes that begin with some words. */
export interface Interval {
  from: number;
  to: number;
}

/** Most words that `narrow` takes at once: the first, and those that samples hold. */
export const NARROW_WORDS = 1 + SAMPLE_WORDS;

/**
 * Finds the suffixes that begin with the `depth` words (1 to 4) of `answer` at `start`; false when there are none. Samples lie side by
 * side, so most of the search touches a few cache lines and neither suffixes nor words.
 */
export function narrow(tier: Tier, answer: Int32Array, start: number, depth: number, interval: Interval): boolean {
  const entry = entryOf(tier, answer[start]!);
  if (entry < 0) return false;
  const low = tier.firstSuffix[entry]!;
  const high = tier.firstSuffix[entry + 1]!;
  if (low >= high) return false;
  if (depth === 1) {
    interval.from = low;
    interval.to = high;
    return true;
  }

  // Samples first..end lie in [low, high). `above` is the first of them not below the words, `beyond` the first above them.
  const first = Math.ceil(low / SAMPLE_STEP);
  const end = Math.ceil(high / SAMPLE_STEP);
  let above = first;
  for (let most = end; above < most; ) {
    const middle = (above + most) >>> 1;
    if (compareSample(tier, middle, answer, start, depth) < 0) above = middle + 1;
    else most = middle;
  }
  let from = above > first ? (above - 1) * SAMPLE_STEP + 1 : low;
  for (let most = above < end ? above * SAMPLE_STEP : high; from < most; ) {
    const middle = (from + most) >>> 1;
    if (compareSuffix(tier, middle, answer, start, depth) < 0) from = middle + 1;
    else most = middle;
  }
  if (from >= high || compareSuffix(tier, from, answer, start, depth) !== 0) return false;

  let beyond = above;
  for (let most = end; beyond < most; ) {
    // Mostly the first one is above already.
    const middle = beyond === above ? above : (beyond + most) >>> 1;
    if (compareSample(tier, middle, answer, start, depth) <= 0) beyond = middle + 1;
    else most = middle;
  }
  let to = Math.max(from, beyond > first ? (beyond - 1) * SAMPLE_STEP : low) + 1;
  const most = beyond < end ? beyond * SAMPLE_STEP : high;
  // Gallop: most intervals are short.
  let step = 1;
  while (to < most && compareSuffix(tier, to, answer, start, depth) === 0) {
    to = Math.min(most, to + step);
    step *= 2;
  }
  let least = Math.max(from + 1, to - (step >> 1));
  while (least < to) {
    const middle = (least + to) >>> 1;
    if (compareSuffix(tier, middle, answer, start, depth) === 0) least = middle + 1;
    else to = middle;
  }
  interval.from = from;
  interval.to = to;
  return true;
}

/** Place of a word in the first-word table; −1 when the tier does not have it. */
function entryOf({ alphabet, firstSuffix }: Tier, word: number): number {
  if (alphabet.length === 0) return word < firstSuffix.length - 1 ? word : -1;
  let low = 0;
  let high = alphabet.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (alphabet[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return alphabet[low] === word ? low : -1;
}

function compareSample({ samples }: Tier, sample: number, answer: Int32Array, start: number, depth: number): number {
  const at = sample * SAMPLE_WORDS - 1;
  for (let k = 1; k < depth; k++) {
    const difference = samples[at + k]! - answer[start + k]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Positions beyond the end read as undefined, which is below every word: their difference is NaN, so test by order. */
function compareSuffix(
  { words, suffixes }: Tier,
  place: number,
  answer: Int32Array,
  start: number,
  depth: number,
): number {
  const position = suffixes[place]!;
  for (let k = 1; k < depth; k++) {
    const at = position + k;
    if (at >= words.length) return -1;
    const difference = words[at]! - answer[start + k]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
