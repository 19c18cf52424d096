import type { Address } from "viem";
import { expect, it } from "vitest";
import { randomSource } from "../../../lib/ledger/testing/randomSource.ts";
import { affordable } from "./affordable.ts";

const payer = (n: number) => `0x${String(n).padStart(40, "0")}` as Address;

it("passes over what is too large and takes a smaller one after it", () => {
  const fees = [5n, 9n, 4n].map((fee) => ({ payer: payer(1), fee }));
  const { taken, short } = affordable(fees, new Map([[payer(1), 10n]]));
  expect(taken.map(({ fee }) => fee)).toEqual([5n, 4n]);
  expect(short.get(payer(1))).toEqual({ count: 1, fees: 9n });
});

it("takes only free answers of a payer who has nothing", () => {
  const fees = [0n, 1n].map((fee) => ({ payer: payer(1), fee }));
  expect(affordable(fees, new Map()).taken).toEqual([fees[0]]);
});

it("never takes more than a payer's room, and accounts for every fee", () => {
  const random = randomSource(7);
  for (let trial = 0; trial < 500; trial++) {
    const fees = Array.from({ length: random.below(20) }, () => ({
      payer: payer(random.below(3)),
      fee: random.bigint(20),
    }));
    const room = new Map([0, 1, 2].map((n) => [payer(n), random.bigint(22)]));
    const { taken, short } = affordable(fees, room);
    for (const [who, most] of room) {
      const of = (rows: typeof fees) => rows.filter((row) => row.payer === who).reduce((sum, row) => sum + row.fee, 0n);
      expect(of(taken) <= most).toBe(true);
      expect(of(taken) + (short.get(who)?.fees ?? 0n)).toBe(of(fees));
    }
  }
});
