import { expect, test } from "vitest";
import { createProviderHealth } from "./ProviderHealth.ts";

const [a, b, c] = [{ id: 1n }, { id: 2n }, { id: 3n }];

test("asks the quickest first, and one that failed last until it has rested", () => {
  let now = 0;
  const health = createProviderHealth(() => now);
  expect(health.order([c, b, a])).toEqual([a, b, c]);
  health.succeeded(2n, 10);
  health.succeeded(3n, 40);
  expect(health.order([a, b, c])).toEqual([b, c, a]);
  health.failed(2n);
  expect(health.order([a, b, c])).toEqual([c, a, b]);
  now += 15_000;
  expect(health.order([a, b, c])).toEqual([b, c, a]);
});

test("one success ends the rest", () => {
  let now = 0;
  const health = createProviderHealth(() => now);
  health.failed(1n);
  expect(health.order([a, b])).toEqual([b, a]);
  now += 1;
  health.succeeded(1n, 5);
  expect(health.order([a, b])).toEqual([a, b]);
});
