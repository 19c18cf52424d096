import { expect, it } from "vitest";
import { type Ballot, readBallot, writeBallot } from "./ballot.ts";

const ballot: Ballot = {
  proposal: 2n ** 255n + 7n,
  support: 1,
  reason: "Longer is “safer”.",
  voter: "0x00000000000000000000000000000000000000Aa",
  signature: `0x${"12".repeat(65)}`,
};

it("is read as it was written", () => {
  expect(readBallot(writeBallot(ballot))).toEqual(ballot);
});

it.each([
  "",
  "[]",
  "null",
  writeBallot(ballot).replace(/"support": 1/, '"support": 3'),
  writeBallot(ballot).replace(/"proposal": "\d+"/, '"proposal": "-1"'),
  writeBallot({ ...ballot, voter: "0x12" }),
  writeBallot({ ...ballot, signature: "0xzz" }),
])("anything else is no ballot: %j", (text) => {
  expect(readBallot(text)).toBeNull();
});
