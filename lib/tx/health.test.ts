import { expect, it } from "vitest";
import { describeHealth, LAG_TOLERATED } from "./health.ts";

it.each([
  [null, "bad", "Chain does not answer"],
  [{ chain: null, indexer: { block: 4 } }, "bad", "Chain does not answer"],
  [{ chain: { head: 18_204 }, indexer: null }, "bad", "Block 18,204 · indexer is down"],
  [{ chain: { head: 18_204 }, indexer: { block: 18_204 - LAG_TOLERATED } }, "good", "Block 18,204 · indexed 18,199"],
  [
    { chain: { head: 18_204 }, indexer: { block: 18_204 - LAG_TOLERATED - 1 } },
    "warn",
    "Block 18,204 · indexer 6 behind",
  ],
])("%j", (heads, tone, text) => {
  expect(describeHealth(heads)).toEqual({ tone, text });
});
