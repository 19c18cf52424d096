import { expect, it } from "vitest";
import { mergePlan } from "./mergePlan.ts";

const micro = (count: number) => Array.from({ length: count }, () => 1000);

it("merges the youngest four of a level, with smaller ones among them", () => {
  expect(mergePlan([])).toBeUndefined();
  expect(mergePlan([16_000, 16_000, 16_000])).toBeUndefined();
  expect(mergePlan([16_000, 16_000, 16_000, 16_000])).toEqual({ from: 0, to: 4, words: 64_000 });
  expect(mergePlan([1000, 1000, 1000, 60_000])).toEqual({ from: 0, to: 4, words: 63_000 });
  expect(mergePlan([16_000, 16_000, 16_000, 1000])).toBeUndefined();
  expect(mergePlan([16_000, 16_000, 16_000, 16_000, 1000])).toEqual({ from: 0, to: 4, words: 64_000 });
});

it("merges sixteen of the smallest", () => {
  expect(mergePlan(micro(15))).toBeUndefined();
  expect(mergePlan(micro(16))).toEqual({ from: 0, to: 16, words: 16_000 });
  expect(mergePlan([60_000, ...micro(16)])).toEqual({ from: 1, to: 17, words: 16_000 });
});

it("leaves alone what is being merged, and tiers that would grow beyond what can be sorted", () => {
  expect(mergePlan(micro(32), (place) => place < 17)).toBeUndefined();
  expect(mergePlan(micro(32), (place) => place < 16)).toEqual({ from: 16, to: 32, words: 16_000 });
  expect(mergePlan(Array.from({ length: 4 }, () => 2 ** 26))).toBeUndefined();
});

it("keeps the tiers few and the work per word logarithmic", () => {
  const sizes: number[] = [];
  let sorted = 0;
  for (let added = 0; added < 20_000; added++) {
    sizes.push(1000);
    for (let plan = mergePlan(sizes); plan; plan = mergePlan(sizes)) {
      sizes.splice(plan.from, plan.to - plan.from, plan.words);
      sorted += plan.words;
    }
  }
  expect(sizes.length).toBeLessThan(36);
  expect(sorted / 20_000_000).toBeLessThan(6);
});
