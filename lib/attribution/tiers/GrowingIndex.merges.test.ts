import { describe, expect, it } from "vitest";
import { attribute } from "../attribute.ts";
import { parseBits } from "../parseBits.ts";
import type { Contribution } from "../types.ts";
import { buildTier } from "./buildTier.ts";
import { GrowingIndex, type IndexHost } from "./GrowingIndex.ts";
import { mergeSources } from "./mergeSources.ts";

const bits = parseBits("");
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** 6,000 words each, none of them another's: four make a merge that leaves the thread. */
const contributions: Contribution[] = Array.from({ length: 16 }, (_, i) => ({
  kind: "paid",
  text: Array.from({ length: 6000 }, (_, k) => `c${i}w${k % 997}`).join(" "),
}));

/** An index whose builds wait until they are let go, the oldest first. */
async function heldIndex(count: number, builders?: number) {
  const held: (() => void)[] = [];
  const host: IndexHost = {
    builders,
    breathe: turn,
    async build(sources, removed) {
      await new Promise<void>((resolve) => held.push(resolve));
      return buildTier(mergeSources(sources, removed));
    },
  };
  const index = new GrowingIndex(host);
  for (const contribution of contributions.slice(0, count)) await index.add(contribution);
  const rest = async () => {
    for (let i = 0; i < 5; i++) await turn();
  };
  await rest();
  const letGo = async () => {
    held.shift()!();
    await rest();
  };
  return { index, held, letGo, rest };
}

/** Who is paid for the words of each contribution. */
const paidBy = (index: GrowingIndex, count: number) =>
  contributions.slice(0, count).map(({ text }) => {
    const { shares } = attribute(index, text.slice(0, 400), bits);
    return shares.map(({ contribution }) => contribution);
  });

describe("GrowingIndex", () => {
  it.each([undefined, 2])(
    "merges no more at a time than it has builders, and goes on by itself: %s",
    async (builders) => {
      const { index, held, letGo } = await heldIndex(16, builders);
      expect(held).toHaveLength(builders ?? 1);
      await letGo();
      expect(held).toHaveLength(builders ?? 1);
      while (held.length > 0) await letGo();
      expect(index.tiers.length).toBeLessThan(4);
      expect(paidBy(index, 16)).toEqual(contributions.map((_, i) => [i]));
    },
  );

  it("compacts when the merges under way are done", async () => {
    const { index, held, letGo, rest } = await heldIndex(4);
    index.remove(0);
    const compacted = index.compact();
    await rest();
    expect(held).toHaveLength(1);
    await letGo();
    await letGo();
    await compacted;
    expect(index.tiers.map(({ starts }) => starts.length)).toEqual([4]);
    expect(paidBy(index, 4)).toEqual([[], [1], [2], [3]]);
  });

  it("does not forget what was removed while it compacted", async () => {
    const { index, letGo, rest } = await heldIndex(3);
    index.remove(0);
    const compacted = index.compact();
    await rest();
    index.remove(2);
    await letGo();
    await compacted;
    expect([...index.removed]).toEqual([2]);
    expect(paidBy(index, 3)).toEqual([[], [1], []]);
  });
});
