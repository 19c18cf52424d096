import { describe, expect, it } from "vitest";
import { randomNumbers } from "../attribution/randomNumbers.fixture.ts";
import { allocate, allocatePositive } from "./allocate.ts";
import { dot, dots } from "./cholesky.ts";
import { duplicateHeads } from "./duplicateHeads.ts";
import { exponential } from "./exponential.ts";
import { knnShapley } from "./knnShapley.ts";
import { fitLogistic, leaveGroupOutEffect, leaveOneOutEffects } from "./logisticRegression.ts";
import { effectsOn, fitRidge, leaveGroupOutCoefficients, leaveOneOutCoefficients } from "./ridge.ts";
import { textFeatures } from "./textFeatures.ts";

const random = randomNumbers(41);
const uniform = () => random(2 ** 30) / 2 ** 30;
const vector = (size: number) => Float64Array.from({ length: size }, () => uniform() * 2 - 1);
const rows = Array.from({ length: 60 }, () => vector(12));
const truth = vector(12);
const labels = rows.map((row) => (dot(row, truth) + (uniform() - 0.5) > 0 ? 1 : -1));
const queries = Array.from({ length: 5 }, () => vector(12));
const without = <T>(list: readonly T[], removed: ReadonlySet<number>) => list.filter((_, i) => !removed.has(i));

it("multiplies with many rows as with each, to the bit", () => {
  const by = vector(12);
  for (let count = 0; count < 10; count++) {
    const some = rows.slice(0, count);
    expect([...dots(by, some)]).toEqual(some.map((row) => dot(by, row)));
  }
});

describe("ridge", () => {
  const model = fitRidge(rows, labels, 0.7);
  const lossOf = (removed: ReadonlySet<number>, query: Float64Array) =>
    dot(model.weights, query) - dot(fitRidge(without(rows, removed), without(labels, removed), 0.7).weights, query);

  it("meets its own normal equations", () => {
    for (let i = 0; i < 12; i++) {
      const slope = rows.reduce((sum, row, r) => sum + row[i]! * (dot(model.weights, row) - labels[r]!), 0);
      expect(slope + 0.7 * model.weights[i]!).toBeCloseTo(0, 10);
    }
  });

  it("says for each row what training without it changes", () => {
    const coefficients = leaveOneOutCoefficients(model, rows, labels);
    for (const query of queries) {
      const effects = effectsOn(model.factor, rows, coefficients, query);
      for (const [i, effect] of effects.entries())
        expect(Math.abs(effect - lossOf(new Set([i]), query))).toBeLessThan(1e-11);
    }
  });

  it("says for each owner what training without all of his rows changes", () => {
    const owners = rows.map((_, i) => i % 7);
    const coefficients = leaveGroupOutCoefficients(model, rows, labels, owners);
    for (const query of queries) {
      const effects = effectsOn(model.factor, rows, coefficients, query);
      for (let owner = 0; owner < 7; owner++) {
        const group = new Set(owners.flatMap((own, i) => (own === owner ? [i] : [])));
        const effect = [...group].reduce((sum, i) => sum + effects[i]!, 0);
        expect(Math.abs(effect - lossOf(group, query))).toBeLessThan(1e-11);
      }
    }
  });

  it("asks for a penalty where the rows leave weights open", () => {
    expect(() => fitRidge([new Float64Array(2)], [1], 0)).toThrow(/larger penalty/);
  });
});

describe("logistic regression", () => {
  const model = fitLogistic(rows, labels, 1);
  const retrained = (removed: ReadonlySet<number>) =>
    fitLogistic(without(rows, removed), without(labels, removed), 1, model.weights).weights;

  it("stands where its gradient is zero", () => {
    for (let i = 0; i < 12; i++) {
      const slope = rows.reduce(
        (sum, row, r) => sum - (labels[r]! * row[i]!) / (1 + Math.exp(labels[r]! * dot(model.weights, row))),
        model.weights[i]!,
      );
      expect(slope).toBeCloseTo(0, 10);
    }
  });

  it("comes within 5 % of retraining by one Newton step, for rows and for groups", () => {
    const removed = rows.map((_, i) => i);
    const effects = leaveOneOutEffects(model, rows, labels, removed, queries);
    const real = removed.map((i) =>
      queries.map((query) => dot(model.weights, query) - dot(retrained(new Set([i])), query)),
    );
    const largest = Math.max(...real.flat().map(Math.abs));
    for (const i of removed) {
      for (const [q, effect] of effects[i]!.entries())
        expect(Math.abs(effect - real[i]![q]!)).toBeLessThan(0.05 * largest);
    }
    const group = new Set([1, 5, 9, 20, 33]);
    const together = leaveGroupOutEffect(model, rows, labels, 1, group, queries);
    const weights = retrained(group);
    const realTogether = queries.map((query) => dot(model.weights, query) - dot(weights, query));
    const most = Math.max(...realTogether.map(Math.abs));
    for (const [q, effect] of together.entries()) expect(Math.abs(effect - realTogether[q]!)).toBeLessThan(0.1 * most);
  });
});

it("computes e^x to the last bits", () => {
  for (const x of [-745, -700, -50.3, -1, -1e-9, 0, 1e-9, 0.5, 1, 10.7, 300]) {
    const bounded = Math.max(x, -700);
    expect(Math.abs(exponential(x) / Math.exp(bounded) - 1)).toBeLessThan(1e-14);
  }
});

it("gives the Shapley values of nearest neighbours that all orders of arrival give", () => {
  for (let trial = 0; trial < 20; trial++) {
    const count = 1 + random(6);
    const k = 1 + random(4);
    const similarities = Array.from({ length: count }, () => random(4));
    const right = Array.from({ length: count }, () => random(2) === 1);
    const worth = (set: readonly number[]) =>
      set
        .toSorted((a, b) => similarities[b]! - similarities[a]! || a - b)
        .slice(0, k)
        .filter((i) => right[i]).length / k;
    const sums = new Array<number>(count).fill(0);
    let orders = 0;
    const arrive = (set: number[], waiting: number[]) => {
      if (waiting.length === 0) orders++;
      for (const next of waiting) {
        const gain = worth([...set, next]) - worth(set);
        // Each order that begins so has the same gain here.
        sums[next]! += gain * factorial(waiting.length - 1);
        arrive(
          [...set, next],
          waiting.filter((i) => i !== next),
        );
      }
    };
    arrive(
      [],
      Array.from({ length: count }, (_, i) => i),
    );
    const values = knnShapley(similarities, right, k);
    for (const [i, value] of values.entries()) expect(Math.abs(value - sums[i]! / orders)).toBeLessThan(1e-12);
  }
});

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

it("finds copies and near-copies, and their first publisher", () => {
  const words = Array.from({ length: 200 }, (_, i) => `w${i}`);
  const changed = words.with(50, "other");
  const novel = Array.from({ length: 200 }, (_, i) => `n${i}`);
  const texts = [novel, words, changed, words, [...words.slice(0, 60), ...novel.slice(0, 60)], ["a", "b"], ["a", "b"]];
  expect([...duplicateHeads(texts.map((text) => text.join(" ")))]).toEqual([0, 1, 1, 1, 4, 5, 5]);
});

it("turns effects into units that add up to the scale", () => {
  expect(allocatePositive([1, 1, 1], 100)).toEqual([34, 33, 33]);
  expect(allocatePositive([0.5, -3, 0.25, 0], 9)).toEqual([6, 0, 3, 0]);
  expect(allocatePositive([-1, 0], 9)).toEqual([0, 0]);
  expect(allocate([1n, 0n, 2n], 1)).toEqual([0, 0, 1]);
  for (let trial = 0; trial < 500; trial++) {
    const effects = Array.from({ length: 1 + random(9) }, () => uniform() - 0.4);
    const units = allocatePositive(effects, 1_000_000_000);
    const positive = effects.some((effect) => effect > 0);
    expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(positive ? 1_000_000_000 : 0);
    for (const [i, effect] of effects.entries()) if (effect <= 0) expect(units[i]).toBe(0);
  }
});

it("makes of a text a vector of length 1 with a bias, the same for another case", () => {
  const features = textFeatures("Permission is hereby granted, free of charge", 64);
  expect(features.at(-1)).toBe(1);
  expect(dot(features, features)).toBeCloseTo(2, 12);
  expect(textFeatures("PERMISSION is hereby granted free of charge!", 64)).toEqual(features);
  expect(textFeatures("", 8)).toEqual(Float64Array.from([0, 0, 0, 0, 0, 0, 0, 1]));
});

it("a text is a duplicate from just nine tenths of its runs on", () => {
  const words = Array.from({ length: 17 }, (_, i) => `w${i}`);
  expect([...duplicateHeads([words.join(" "), [...words.slice(0, 16), "x"].join(" ")])]).toEqual([0, 0]); // 9 of 10
  expect([...duplicateHeads([words.join(" "), [...words.slice(0, 15), "x", "y"].join(" ")])]).toEqual([0, 1]);
});
