import { keccak256, zeroHash } from "viem";
import { expect, it } from "vitest";
import { startingRoot } from "./startingRoot.ts";

const [posted, redone] = [keccak256("0x01"), keccak256("0x02")];

it.each([
  ["refused, nobody signed", false, null, posted, posted],
  ["upheld, nobody signed", true, null, posted, zeroHash],
  ["upheld as others signed", true, { guilty: true, recomputedRoot: redone }, posted, redone],
  ["refused, others signed the contrary", false, { guilty: true, recomputedRoot: redone }, posted, posted],
  ["refused, no epoch", false, null, null, zeroHash],
])("%s", (_, guilty, before, root, start) => {
  expect(startingRoot(guilty, before, root)).toBe(start);
});
