import { expect, it } from "vitest";
import { INDEXED_WITHIN_MS, isIndexed } from "./indexed.ts";

function fakeClock() {
  let time = 0;
  return {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms;
    },
  };
}

it("waits for the block", async () => {
  const heights = [null, 7, 9, 12];
  expect(await isIndexed(10, fakeClock(), async () => heights.shift() as number | null)).toBe(true);
  expect(heights).toEqual([]);
});

it("gives up after its cap, not before", async () => {
  const clock = fakeClock();
  expect(await isIndexed(10, clock, async () => 9)).toBe(false);
  expect(clock.now()).toBeGreaterThan(INDEXED_WITHIN_MS - 1_000);
  expect(clock.now()).toBeLessThanOrEqual(INDEXED_WITHIN_MS);
});
