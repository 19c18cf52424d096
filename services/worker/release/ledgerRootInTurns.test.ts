import { keccak256, numberToHex } from "viem";
import { expect, it } from "vitest";
import { ledgerRoot } from "../../../lib/attribution/index.ts";
import { ledgerRootInTurns } from "./ledgerRootInTurns.ts";

it("is the ledger root, at every length, and lets the event loop turn", async () => {
  const entries = Array.from({ length: 1030 }, (_, i) => {
    return { id: BigInt(i), root: keccak256(numberToHex(i)), kind: "paid" as const };
  });
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  for (const length of [0, 1, 2, 3, 255, 256, 257, 513, 1030]) {
    expect(await ledgerRootInTurns(entries.slice(0, length))).toBe(ledgerRoot(entries.slice(0, length)));
  }
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});
