import { expect, test } from "vitest";
import { randomSource } from "../../ledger/testing/randomSource.ts";
import { createProviderHealth } from "./ProviderHealth.ts";

const MODEL = 7n;
const [a, b, c] = [{ id: 1n }, { id: 2n }, { id: 3n }];

test("asks the quickest first, and one that failed last until it has rested", () => {
  let now = 0;
  const health = createProviderHealth(() => now);
  expect(health.order([c, b, a], MODEL, "private")).toEqual([a, b, c]);
  health.succeeded(2n, MODEL, 10);
  health.succeeded(3n, MODEL, 40);
  expect(health.order([a, b, c], MODEL, "private")).toEqual([b, c, a]);
  health.failed(2n, MODEL);
  expect(health.order([a, b, c], MODEL, "private")).toEqual([c, b, a]);
  expect(health.order([a, b, c], MODEL, "public")).toEqual([c, a, b]);
  now += 15_000;
  expect(health.order([a, b, c], MODEL, "private")).toEqual([b, c, a]);
});

test("one quick answer does not outdo a provider that is quick on the whole: times are smoothed", () => {
  const health = createProviderHealth(() => 0);
  health.succeeded(1n, MODEL, 100);
  health.succeeded(2n, MODEL, 400);
  health.succeeded(2n, MODEL, 10); // 283 by now
  expect(health.order([a, b], MODEL, "private")).toEqual([a, b]);
  for (let answer = 0; answer < 6; answer++) health.succeeded(2n, MODEL, 10);
  expect(health.order([a, b], MODEL, "private")).toEqual([b, a]);
});

test("one success ends the rest", () => {
  let now = 0;
  const health = createProviderHealth(() => now);
  health.failed(1n, MODEL);
  expect(health.order([a, b], MODEL, "private")).toEqual([b, a]);
  now += 1;
  health.succeeded(1n, MODEL, 5);
  expect(health.order([a, b], MODEL, "private")).toEqual([a, b]);
});

test("a failure with one model says nothing of the others", () => {
  const health = createProviderHealth(() => 0);
  health.failed(1n, MODEL);
  expect(health.order([a, b], MODEL, "private")).toEqual([b, a]);
  expect(health.order([a, b], 8n, "private")).toEqual([a, b]);
});

test("however slow a flood makes a known provider, and if it fails, no private question goes to a newcomer before it", () => {
  const random = randomSource(11);
  const health = createProviderHealth(() => 0);
  for (let flood = 0; flood < 500; flood++) {
    health.succeeded(3n, MODEL, random.below(120_000));
    if (random.below(3) === 0) health.failed(3n, MODEL);
    expect(health.order([a, b, c], MODEL, "private")[0]).toBe(c);
  }
  health.failed(1n, MODEL);
  expect(health.order([a, b, c], MODEL, "private")).toEqual([c, b, a]);
});

test("one in twenty public questions makes a newcomer known", () => {
  const health = createProviderHealth(() => 0);
  health.succeeded(1n, MODEL, 10);
  const firsts = Array.from({ length: 60 }, () => health.order([a, b, c], MODEL, "public")[0]);
  expect(firsts.filter((first) => first === b)).toHaveLength(3);
  expect(firsts.filter((first) => first === a)).toHaveLength(57);
  expect(health.order([a, b, c], MODEL, "private")).toEqual([a, b, c]);
});
