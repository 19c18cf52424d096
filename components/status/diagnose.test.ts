import { expect, it } from "vitest";
import { diagnose } from "./diagnose.ts";

it.each([
  [{ chain: null, indexer: { block: 3 } }, "bad", "The chain does not answer"],
  [{ chain: { head: 9 }, indexer: null }, "bad", "The indexer is down"],
  [{ chain: { head: 1_209 }, indexer: { block: 9 } }, "warn", "The indexer is 1,200 blocks behind"],
  [{ chain: { head: 9 }, indexer: { block: 8 } }, "good", "Chain and indexer agree"],
])("%j", (heads, tone, title) => {
  expect(diagnose(heads)).toMatchObject({ tone, title });
});
