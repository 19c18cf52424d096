import { expect, test } from "vitest";
import { feeOf } from "./pricing.ts";

test.each([
  [0, 10n ** 18n, 0n],
  [1, 10n ** 18n, 10n ** 15n],
  [1, 1n, 1n], // rounded up: a word is never free
  [1_000, 1n, 1n],
  [1_001, 1n, 2n],
  [123, 0n, 0n],
  [4_096, 10n ** 30n, 4_096n * 10n ** 27n],
])("%i tokens at %i wei per thousand cost %i wei", (tokens, price, fee) => {
  expect(feeOf(tokens, price)).toBe(fee);
});
