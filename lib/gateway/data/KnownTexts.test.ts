import { expect, test } from "vitest";
import { contentHash } from "../../attribution/index.ts";
import type { Store } from "../../storage/fileStore.ts";
import { createKnownTexts } from "./KnownTexts.ts";

const texts: Record<string, string> = {
  a: "the quick brown fox jumps over the lazy dog and runs away again",
  b: "permission is hereby granted free of charge to any person obtaining a copy",
};
let reads = 0;
const store = {
  get: async (cid: string) => {
    reads++;
    return new TextEncoder().encode(texts[cid]);
  },
} as unknown as Store;

test("knows what the ledger holds as it grows and shrinks, and reads each text once", async () => {
  const known = createKnownTexts(store);
  expect((await known.read([])).containedBps(texts.a!)).toBe(0);
  const [first, second] = [
    { id: 1n, cid: "a" },
    { id: 2n, cid: "b" },
  ];
  const both = await known.read([first, second]);
  expect(both.containedBps(texts.a!)).toBe(10_000);
  expect(both.holderOf(contentHash(texts.b!))).toBe(2n);
  expect(both.holderOf(contentHash("something else"))).toBeNull();
  await Promise.all([known.read([first, second]), known.read([first, second])]);
  expect(reads).toBe(2);
  const one = await known.read([second]);
  expect(one.containedBps(texts.a!)).toBe(0);
  expect(one.holderOf(contentHash(texts.a!))).toBeNull();
});
