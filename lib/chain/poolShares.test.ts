import { expect, it } from "vitest";
import { randomSource } from "../ledger/testing/randomSource.ts";
import { bondedOf, sharesFor, worthOf } from "./poolShares.ts";

it("gives the fewest shares that are worth an amount, in pools slashed to any price", () => {
  const random = randomSource(7);
  const upTo = (most: bigint) => (BigInt(random.below(2 ** 32)) * (most + 1n)) / 2n ** 32n;
  for (let i = 0; i < 2_000; i++) {
    const shares = 1n + upTo(10n ** 24n);
    const tokens = 1n + upTo(shares - 1n); // 1 <= tokens <= shares
    const pool = { tokens, shares };
    const most = 1n + upTo(shares - 1n);
    const amount = upTo(worthOf(most, pool));
    const wanted = sharesFor(amount, pool, most);
    expect(wanted).toBeLessThanOrEqual(most);
    expect(worthOf(wanted, pool)).toBeGreaterThanOrEqual(amount);
    if (wanted > 0n) expect(worthOf(wanted - 1n, pool)).toBeLessThan(amount === 0n ? 1n : amount);
  }
});

it("takes all shares of a position where the amount asks for more", () => {
  expect(sharesFor(50n, { tokens: 50n, shares: 100n }, 60n)).toBe(60n);
  expect(sharesFor(0n, { tokens: 0n, shares: 0n }, 0n)).toBe(0n);
  expect(worthOf(5n, { tokens: 0n, shares: 0n })).toBe(0n);
});

it.each([
  [{ tokens: 0n, shares: 0n, thawing: 0n }, 0n],
  [{ tokens: 1000n, shares: 1000n, thawing: 0n }, 1000n],
  [{ tokens: 1000n, shares: 1000n, thawing: 400n }, 600n],
  [{ tokens: 500n, shares: 1000n, thawing: 999n }, 0n], // slashed by half: half a wei, rounded down
  [{ tokens: 1000n, shares: 1000n, thawing: 1000n }, 0n],
])("%o holds %s that does not thaw", (pool, bonded) => {
  expect(bondedOf(pool)).toBe(bonded);
});
