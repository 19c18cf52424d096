import { expect, test } from "vitest";
import { bondedOf } from "./bondedOf.ts";

test.each([
  [{ tokens: 0n, shares: 0n, thawing: 0n }, 0n],
  [{ tokens: 1000n, shares: 1000n, thawing: 0n }, 1000n],
  [{ tokens: 1000n, shares: 1000n, thawing: 400n }, 600n],
  [{ tokens: 500n, shares: 1000n, thawing: 999n }, 0n], // slashed by half: half a wei, rounded down
  [{ tokens: 1000n, shares: 1000n, thawing: 1000n }, 0n],
])("%o holds %s that does not thaw", (pool, bonded) => {
  expect(bondedOf(pool)).toBe(bonded);
});
