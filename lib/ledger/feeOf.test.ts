import { expect, test } from "vitest";
import { feeOf } from "./feeOf.ts";
import { randomSource } from "./testing/randomSource.ts";

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

test("an answer within the limit never costs more than was set aside for it", () => {
  const random = randomSource(3);
  for (let trial = 0; trial < 2_000; trial++) {
    const [prompt, most, price] = [random.below(5_000), 1 + random.below(4_096), random.bigint(90)];
    const fee = feeOf(prompt + random.below(most + 1), price);
    expect(fee <= feeOf(prompt + most, price)).toBe(true);
  }
});
