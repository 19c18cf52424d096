import { describe, expect, it } from "vitest";
import { contentHash, contributionRoot, tokenise } from "../../../lib/attribution/index.ts";
import { problemOf } from "./checkContribution.ts";

const contributor = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const text = "One contribution of nine words, which are all new.";
const words = tokenise(text).length;
const rootOf = (text: string, contributor: `0x${string}`) => contributionRoot([contentHash(text)], contributor);
const good = {
  root: rootOf(text, contributor),
  items: 1,
  words,
  datanet: 2n,
} as const;
const measured = (containedBps: number) => ({ root: good.root, words, containedBps });

describe("problemOf", () => {
  it("finds none in what was committed", () => {
    expect(words).toBe(9);
    expect(problemOf(good, measured(9000))).toBeNull();
  });

  it.each([
    ["another text", { ...good, root: rootOf(`${text} More.`, contributor) }, 0, /hashes differ/],
    [
      "another contributor",
      { ...good, root: rootOf(text, "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC") },
      0,
      /hashes differ/,
    ],
    ["wrong words", { ...good, words: 1_234 }, 0, /has 9 words, but declares 1,234/],
    ["several items", { ...good, items: 2 }, 0, /declares 2 items/],
    ["a copy", good, 9731, /97\.3 % is already in the ledger; at most 90 %/],
    ["just too much", good, 9001, /just over 90 %/],
  ] as const)("tells %s", (_what, contribution, containedBps, message) => {
    expect(problemOf(contribution, measured(containedBps))).toMatch(message);
  });

  it("lets the commons repeat themselves", () => {
    expect(problemOf({ ...good, datanet: 1n }, measured(10_000))).toBeNull();
  });
});
