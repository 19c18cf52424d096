import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { contributorPayouts, type ShareRow } from "./contributorPayouts.ts";
import { type RandomSource, randomSource } from "./testing/randomSource.ts";

const SCALE = 1_000_000_000;
const payee = (n: number): Hex => `0x${n.toString(16).padStart(64, "0")}`;
const total = (amounts: { amount: bigint }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0n);

function randomRows(random: RandomSource, owners: number): ShareRow[] {
  let left = SCALE;
  return Array.from({ length: 1 + random.below(20) }, (_, i) => {
    const share = random.below(Math.floor(left / 2) + 1);
    left -= share;
    return { contribution: BigInt(i * 3 + 1), payee: payee(1 + random.below(owners)), share };
  });
}

describe("contributorPayouts", () => {
  it("floors once per owner and gives the wei between to the owner's earliest contribution", () => {
    const rows = [
      { contribution: 9n, payee: payee(1), share: 333_333_333 },
      { contribution: 4n, payee: payee(1), share: 333_333_333 },
      { contribution: 5n, payee: payee(2), share: 333_333_333 },
    ];
    expect(contributorPayouts(11n, rows, SCALE)).toEqual({
      payouts: [
        { payee: payee(1), amount: 7n },
        { payee: payee(2), amount: 3n },
      ],
      parts: [
        { contribution: 9n, amount: 3n },
        { contribution: 4n, amount: 4n },
        { contribution: 5n, amount: 3n },
      ],
      remainder: 1n,
    });
  });

  it("gives the whole pool back when nothing is attributed", () => {
    expect(contributorPayouts(77n, [], SCALE)).toEqual({ payouts: [], parts: [], remainder: 77n });
  });

  it("conserves the pool, and each owner's parts add up to its payout", () => {
    const random = randomSource(2);
    for (let trial = 0; trial < 3000; trial++) {
      const pool = random.bigint(random.below(129));
      const rows = randomRows(random, 6);
      const { payouts, parts, remainder } = contributorPayouts(pool, rows, SCALE);
      expect(total(payouts) + remainder).toBe(pool);
      expect(remainder >= 0n).toBe(true);
      for (const { payee, amount } of payouts) {
        expect(total(parts.filter((_, i) => rows[i]!.payee === payee))).toBe(amount);
      }
      expect(total(parts)).toBe(total(payouts));
    }
  });

  it("never pays several identities more than the one they are", () => {
    const random = randomSource(3);
    for (let trial = 0; trial < 3000; trial++) {
      const pool = random.bigint(random.below(80));
      const one = randomRows(random, 1);
      const many = one.map((row) => ({ ...row, payee: payee(1 + random.below(5)) }));
      const alone = total(contributorPayouts(pool, one, SCALE).payouts);
      expect(total(contributorPayouts(pool, many, SCALE).payouts) <= alone).toBe(true);
    }
  });

  it("takes payees that differ in case as one", () => {
    const lower: Hex = `0x${"ab".repeat(32)}`;
    const upper: Hex = `0x${"AB".repeat(32)}`;
    const rows = [lower, upper].map((payee, i) => ({ contribution: BigInt(i), payee, share: SCALE / 2 }));
    expect(contributorPayouts(3n, rows, SCALE).payouts).toEqual([{ payee: lower, amount: 3n }]);
  });

  it("refuses what cannot be", () => {
    const row = { contribution: 1n, payee: payee(1), share: 1 };
    expect(() => contributorPayouts(-1n, [], SCALE)).toThrow(/negative/);
    expect(() => contributorPayouts(1n, [{ ...row, share: 1.5 }], SCALE)).toThrow(/share of contribution 1 is 1.5/);
    expect(() => contributorPayouts(1n, [row, row], SCALE)).toThrow(/listed twice/);
    expect(() => contributorPayouts(1n, [{ ...row, share: SCALE + 1 }], SCALE)).toThrow(/add up to/);
  });
});
