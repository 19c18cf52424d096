import { expect, it } from "vitest";
import { normalise, pearson, sameTop, spearman, topOf, totalVariation } from "./statistics.ts";

it("measures correlation and distance", () => {
  expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(pearson([1, 2, 3], [5, 5, 5])).toBe(0);
  expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 12);
  expect(spearman([1, 1, 2], [3, 3, 1])).toBeCloseTo(-1, 12);
  const half = normalise(
    new Map([
      [1, 2],
      [2, 2],
    ]),
  );
  expect(totalVariation(half, new Map([[1, 1]]))).toBe(0.5);
  expect(totalVariation(half, new Map())).toBe(1);
  expect(topOf(half)).toBe(1);
  expect(topOf(new Map())).toBe(-1);
});

it("sees one top only where something has a share", () => {
  expect(sameTop([0.2, 0.8], [1, 3])).toBe(true);
  expect(sameTop([0.8, 0.2], [1, 3])).toBe(false);
  expect(sameTop([0, 0], [3, 1])).toBe(false);
  expect(sameTop([], [])).toBe(false);
});
