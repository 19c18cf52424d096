import { keccak256, numberToHex } from "viem";
import { expect, it, vi } from "vitest";
import { ledgerRoot } from "../attribution/index.ts";
import { ledgerRootInTurns } from "./ledgerRootInTurns.ts";

const hashed = vi.hoisted(() => ({ sinceLastTurn: 0 }));
vi.mock(import("viem"), async (original) => {
  const viem = await original();
  const keccak256 = ((...args) => {
    hashed.sinceLastTurn++;
    return viem.keccak256(...args);
  }) as typeof viem.keccak256;
  return { ...viem, keccak256 };
});

const entries = Array.from({ length: 1030 }, (_, i) => {
  return { id: BigInt(i), root: keccak256(numberToHex(i)), kind: "paid" as const };
});
it.each([0, 1, 2, 3, 255, 256, 257, 513, 1030])("is the ledger root of %i entries", async (length) => {
  expect(await ledgerRootInTurns(entries.slice(0, length))).toBe(ledgerRoot(entries.slice(0, length)));
});

it("hashes 256 times at most before the event loop has its turn", async () => {
  const counts: number[] = [];
  const count = () => {
    counts.push(hashed.sinceLastTurn);
    hashed.sinceLastTurn = 0;
  };
  const turn = () => {
    count();
    next = setImmediate(turn);
  };
  hashed.sinceLastTurn = 0;
  let next = setImmediate(turn);
  await ledgerRootInTurns(entries);
  clearImmediate(next);
  count();
  expect(Math.max(...counts)).toBeLessThanOrEqual(256);
  expect(counts.reduce((sum, hashes) => sum + hashes)).toBe(1030 + 1029); // leaves and nodes: all are counted
});
