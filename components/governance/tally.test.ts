import { expect, it } from "vitest";
import { barParts, barScale, notCast, part, supplyParts } from "./tally.ts";

const votes = { forVotes: 30n, againstVotes: 20n, abstainVotes: 10n, quorum: 40n };

it("draws every vote once, and what was delegated and not cast", () => {
  const drawn = barParts(votes, 100n).reduce((sum, one) => sum + one.votes, 0n);
  expect([drawn, barScale(votes, 100n), notCast(votes, 100n)]).toEqual([100n, 100n, 40n]);
});

it("draws the whole supply, each part in a colour of its own", () => {
  const parts = supplyParts(votes, 100n, 1_000n);
  expect(parts.reduce((sum, one) => sum + one.votes, 0n)).toBe(1_000n);
  expect(new Set(parts.map(({ colour }) => colour)).size).toBe(parts.length);
});

it("never shows less than nothing where more was cast than is delegated now", () => {
  expect(notCast(votes, 50n)).toBe(0n);
  expect(barScale(votes, 50n)).toBe(60n);
});

it("keeps the quorum's mark inside the bar", () => {
  expect(part(40n, barScale({ ...votes, forVotes: 0n, abstainVotes: 0n, againstVotes: 0n }, null))).toBe("80%");
  expect(part(0n, 0n)).toBe("0");
});
