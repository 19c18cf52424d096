import { expect, it } from "vitest";
import { effectsOf, formatEffect, strongest } from "./effects.ts";

const hash = `0x${"a".repeat(64)}` as const;
const influence = {
  weights: hash,
  scores: [],
  effects: [
    [5, -20],
    [6, 700],
    [7, 0],
    [8, 50],
  ],
};
const source = (contribution: bigint, title: string | null) => ({
  contribution,
  title,
  datanet: 2n,
  contributor: "0xab",
});

it("puts the strongest support first and the strongest opposition last, with what was paid", () => {
  const share = { contribution: 6n, amount: 9n } as Parameters<typeof effectsOf>[2][number];
  const effects = effectsOf(influence, [source(6n, "MIT"), source(5n, null)], [share]);
  expect(effects.map(({ contribution, title, amount }) => [contribution, title, amount])).toEqual([
    [6, "MIT", 9n],
    [8, "Contribution 8", null],
    [7, "Contribution 7", null],
    [5, "Contribution 5", null],
  ]);
  const { up, down } = strongest(effects, 1, 3);
  expect(up.map(({ contribution }) => contribution)).toEqual([6]);
  expect(down.map(({ contribution }) => contribution)).toEqual([5]);
});

it("shows effects with their sign and never rounds them up", () => {
  expect(formatEffect(58_876_094)).toBe("+0.0588");
  expect(formatEffect(-1_234_599_999)).toBe("−1.2345");
  expect(formatEffect(99_999)).toBe("+<0.0001");
  expect(formatEffect(-1)).toBe("−<0.0001");
  expect(formatEffect(0)).toBe("0");
});
