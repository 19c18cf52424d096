import { expect, it } from "vitest";
import { randomNumbers } from "../randomNumbers.fixture.ts";
import {
  fillGramFilter,
  firstsSize,
  GRAM_WORDS,
  gramFilterSize,
  gramHash,
  isFirst,
  missingMarks,
} from "./gramFilter.ts";
import { BORDER } from "./types.ts";

/** Words that the module is handed at a time. */
const BLOCK = 65_536;

const random = randomNumbers(17);
const hashesOf = (words: Int32Array, from: number, to: number) =>
  Uint32Array.from({ length: to - from }, (_, i) => gramHash(words, from + i));
/** A filter over `words` words filled with those of `text`, and which of its runs occur first. */
function fill(text: Int32Array, words = text.length) {
  const filter = new Int32Array(gramFilterSize(words));
  const firsts = new Int32Array(firstsSize(text.length));
  fillGramFilter(filter, firsts, text);
  return { filter, firsts };
}
const missing = (filter: Int32Array, hashes: Uint32Array) => {
  const marks = new Int32Array(hashes.length);
  missingMarks(filter, hashes, hashes.length, marks);
  return [...marks].filter((mark) => mark !== 0).length;
};

it("marks every n-gram of more than two blocks, none over a border, and the same bytes each time", () => {
  const words = Int32Array.from({ length: 2 * BLOCK + 1000 }, () => 1 + random(50_000));
  const borders = [0, 5, BLOCK - 2, BLOCK + 1, 2 * BLOCK, words.length - 1];
  for (const border of borders) words[border] = BORDER;
  const { filter, firsts } = fill(words);
  const hashes = hashesOf(words, 0, words.length - GRAM_WORDS + 1);
  const crosses = (_: unknown, at: number) => borders.some((border) => at <= border && border < at + GRAM_WORDS);
  expect(
    missing(
      filter,
      hashes.filter((hash, at) => !crosses(hash, at)),
    ),
  ).toBe(0);
  expect(missing(filter, hashes.filter(crosses))).toBeGreaterThan(15);

  const strange = Int32Array.from({ length: 10_000 }, () => 60_000 + random(1e6));
  expect(missing(filter, hashesOf(strange, 0, strange.length - GRAM_WORDS + 1))).toBeGreaterThan(9_500);

  fill(strange);
  expect(fill(words)).toEqual({ filter, firsts });
});

it("marks where the reader looks, in filters so large that rounding decides", () => {
  const words = Int32Array.of(7, 11, 2288, 625_074);
  const { filter } = fill(words, 100_000_001);
  expect(missing(filter, hashesOf(words, 0, 1))).toBe(0);
});

it("knows of nearly all runs that occur first, in every block, and never takes another for one", () => {
  const words = Int32Array.from({ length: 2 * BLOCK + 1000 }, () => 1 + random(30));
  for (let i = 99; i < words.length; i += 100) words[i] = BORDER;
  const { firsts } = fill(words);
  const seen = new Set<string>();
  let first = 0;
  let known = 0;
  for (let at = 0; at + GRAM_WORDS <= words.length; at++) {
    const run = words.subarray(at, at + GRAM_WORDS);
    const isNew = !run.includes(BORDER) && !seen.has(run.join());
    seen.add(run.join());
    const says = isFirst(firsts, at, GRAM_WORDS);
    expect(says && !isNew, `at ${at}`).toBe(false);
    if (isNew) first++;
    if (says) known++;
  }
  expect(first).toBeGreaterThan(50_000);
  expect(known).toBeGreaterThan(first * 0.97);
});

it("takes an n-gram for the first when any run in it is, and no run beyond it", () => {
  //                          0  1  2  3  4  5  6  7  8  9 10
  const words = Int32Array.of(1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 9);
  const { firsts } = fill(words, 1000);
  const isFirstAt = (position: number) => [4, 5].map((depth) => isFirst(firsts, position, depth));
  expect(isFirstAt(0)).toEqual([true, true]);
  expect(isFirstAt(6)).toEqual([false, true]);
  expect(isFirstAt(7)).toEqual([true, true]);
  expect(isFirst(firsts, 0, GRAM_WORDS - 1)).toBe(false);
});
