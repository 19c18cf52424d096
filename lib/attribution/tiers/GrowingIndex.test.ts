import { describe, expect, it } from "vitest";
import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import { parseBits } from "../parseBits.ts";
import type { Contribution } from "../types.ts";
import { buildTier } from "./buildTier.ts";
import { GrowingIndex, type IndexHost } from "./GrowingIndex.ts";
import { mergeSources } from "./mergeSources.ts";

const bits = parseBits("");
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
const host: IndexHost = {
  breathe: soon,
  async build(sources, removed) {
    await soon();
    return buildTier(mergeSources(sources, removed));
  },
};

/** 6,000 words each: three make a merge that leaves the thread. */
const contributions: Contribution[] = Array.from({ length: 24 }, (_, i) => ({
  kind: i % 7 === 3 ? "commons" : "paid",
  text: Array.from({ length: 6000 }, (_, k) => `w${((k * 31 + (i >> 1) * 17) * 2654435761) % 97}`).join(" "),
}));
const answer = contributions
  .map(({ text }, i) =>
    text
      .split(" ")
      .slice(i * 9, i * 9 + 12)
      .join(" "),
  )
  .join(" ");
const rowsOf = (index: Parameters<typeof attribute>[0]) => {
  const { rows, shares, treasury } = attribute(index, answer, bits);
  return { rows, shares, treasury };
};

describe("GrowingIndex", () => {
  it("finds the same rows at every size, while merging and after", async () => {
    const growing = new GrowingIndex(host);
    for (const [i, contribution] of contributions.entries()) {
      await growing.add(contribution);
      if (i % 5 === 0) expect(rowsOf(growing)).toEqual(rowsOf(buildIndex(contributions.slice(0, i + 1))));
    }
    await growing.settled();
    expect(rowsOf(growing)).toEqual(rowsOf(buildIndex(contributions)));
    expect(growing.tiers.length).toBeLessThan(8);
  });

  it("keeps the order of additions that are not waited for", async () => {
    const growing = new GrowingIndex({ ...host, builders: 2 });
    await Promise.all(contributions.map((contribution) => growing.add(contribution)));
    await growing.settled();
    expect(growing.kinds).toEqual(contributions.map(({ kind }) => kind));
    expect(rowsOf(growing)).toEqual(rowsOf(buildIndex(contributions)));
  });

  it("gives a removed contribution's credit to the treasury, and after compaction to the next publisher", async () => {
    const twice: Contribution[] = [contributions[0]!, { ...contributions[0]!, kind: "paid" }];
    const growing = new GrowingIndex(host);
    await growing.addAll(twice);
    const text = contributions[0]!.text.slice(0, 400);
    const owner = () => attribute(growing, text, bits).shares;
    expect(owner()).toEqual([{ contribution: 0, share: 1_000_000_000 }]);
    growing.remove(0);
    expect(owner()).toEqual([]);
    expect(attribute(growing, text, bits)).toMatchObject({ treasury: 1_000_000_000, coverageBps: 10_000 });
    await growing.compact();
    expect(owner()).toEqual([{ contribution: 1, share: 1_000_000_000 }]);
    expect(() => growing.remove(2)).toThrow("contribution is 2; give a whole number below 2");
  });

  it("goes on after an addition and a merge that failed", async () => {
    let fails = false;
    const growing = new GrowingIndex({
      ...host,
      async build(sources, removed) {
        if (fails) throw new Error("no memory");
        return host.build(sources, removed);
      },
    });
    // @ts-expect-error a kind that is none
    await expect(growing.add({ text: "new words here", kind: "free" })).rejects.toThrow('kind is "free"');
    fails = true;
    for (const contribution of contributions) await growing.add(contribution);
    await expect(growing.settled()).rejects.toThrow("no memory");
    expect(rowsOf(growing)).toEqual(rowsOf(buildIndex(contributions)));
    fails = false;
    await growing.settled();
    expect(rowsOf(growing)).toEqual(rowsOf(buildIndex(contributions)));
    const reopened = new GrowingIndex(host, growing.tiers);
    expect(rowsOf(reopened)).toEqual(rowsOf(growing));
    const wrong = [...growing.tiers, growing.tiers[0]!];
    expect(() => new GrowingIndex(host, wrong)).toThrow("a tier begins at 0, the one before ends at 24");
  });
});
