import { expect, it } from "vitest";
import { randomNumbers } from "../randomNumbers.fixture.ts";
import { fillGramFilter, GRAM_WORDS, gramFilterSize, gramHash, missingMarks } from "./gramFilter.ts";
import { BORDER } from "./types.ts";

/** Words that the module is handed at a time. */
const BLOCK = 65_536;

const random = randomNumbers(17);
const hashesOf = (words: Int32Array, from: number, to: number) =>
  Uint32Array.from({ length: to - from }, (_, i) => gramHash(words, from + i));
const missing = (filter: Int32Array, hashes: Uint32Array) => {
  const marks = new Int32Array(hashes.length);
  missingMarks(filter, hashes, hashes.length, marks);
  return [...marks].filter((mark) => mark !== 0).length;
};

it("marks every n-gram of more than two blocks, none over a border, and the same bytes each time", () => {
  const words = Int32Array.from({ length: 2 * BLOCK + 1000 }, () => 1 + random(50_000));
  const borders = [0, 5, BLOCK - 2, BLOCK + 1, 2 * BLOCK, words.length - 1];
  for (const border of borders) words[border] = BORDER;
  const filter = new Int32Array(gramFilterSize(words.length));
  fillGramFilter(filter, words);
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

  fillGramFilter(new Int32Array(gramFilterSize(words.length)), strange);
  const again = new Int32Array(filter.length);
  fillGramFilter(again, words);
  expect(again).toEqual(filter);
});

it("marks where the reader looks, in filters so large that rounding decides", () => {
  const words = Int32Array.of(7, 11, 2288, 625_074);
  const filter = new Int32Array(gramFilterSize(100_000_001));
  fillGramFilter(filter, words);
  expect(missing(filter, hashesOf(words, 0, 1))).toBe(0);
});
