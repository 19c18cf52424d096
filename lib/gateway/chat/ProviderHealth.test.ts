import { expect, test } from "vitest";
import { createProviderHealth } from "./ProviderHealth.ts";

const MODEL = 7n;
const [a, b, c] = [{ id: 1n }, { id: 2n }, { id: 3n }];

test("asks the quickest first, and one that failed last until it has rested", () => {
  let now = 0;
  const health = createProviderHealth(() => now);
  expect(health.order([c, b, a], MODEL)).toEqual([a, b, c]);
  health.succeeded(2n, MODEL, 10);
  health.succeeded(3n, MODEL, 40);
  expect(health.order([a, b, c], MODEL)).toEqual([b, c, a]);
  health.failed(2n, MODEL);
  expect(health.order([a, b, c], MODEL)).toEqual([c, a, b]);
  now += 15_000;
  expect(health.order([a, b, c], MODEL)).toEqual([b, c, a]);
});

test("one success ends the rest", () => {
  let now = 0;
  const health = createProviderHealth(() => now);
  health.failed(1n, MODEL);
  expect(health.order([a, b], MODEL)).toEqual([b, a]);
  now += 1;
  health.succeeded(1n, MODEL, 5);
  expect(health.order([a, b], MODEL)).toEqual([a, b]);
});

test("a failure with one model says nothing of the others", () => {
  const health = createProviderHealth(() => 0);
  health.failed(1n, MODEL);
  expect(health.order([a, b], MODEL)).toEqual([b, a]);
  expect(health.order([a, b], 8n)).toEqual([a, b]);
});
