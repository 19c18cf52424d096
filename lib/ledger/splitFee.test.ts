import { describe, expect, it } from "vitest";
import { splitFee } from "./splitFee.ts";
import { randomSource } from "./testing/randomSource.ts";

const sum = (parts: object) => Object.values(parts).reduce((total: bigint, part: bigint) => total + part, 0n);

describe("splitFee", () => {
  it("rounds the four down and gives the rest to the protocol", () => {
    const split = { provider: 2000, owner: 1500, contributors: 4500, stakers: 1000 };
    expect(splitFee(9_999n, split)).toEqual({
      provider: 1999n,
      owner: 1499n,
      contributors: 4499n,
      stakers: 999n,
      protocol: 1003n,
    });
  });

  it("conserves every fee under every split, and no part exceeds its basis points", () => {
    const random = randomSource(1);
    for (let trial = 0; trial < 5000; trial++) {
      const fee = random.bigint(random.below(129));
      const split = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
      let left = 10_000;
      for (const name of ["owner", "contributors", "provider", "stakers"] as const) {
        split[name] = random.below(left + 1);
        left -= split[name];
      }
      const parts = splitFee(fee, split);
      expect(sum(parts)).toBe(fee);
      for (const name of ["provider", "owner", "contributors", "stakers"] as const) {
        expect(parts[name] * 10_000n <= fee * BigInt(split[name])).toBe(true);
      }
      expect(parts.protocol >= 0n).toBe(true);
    }
  });

  it.each([
    [-1n, { provider: 0, owner: 0, contributors: 0, stakers: 0 }, /fee is -1 wei/],
    [2n ** 128n, { provider: 0, owner: 0, contributors: 0, stakers: 0 }, /uint128/],
    [1n, { provider: 0.5, owner: 0, contributors: 0, stakers: 0 }, /split.provider is 0.5/],
    [1n, { provider: 0, owner: -1, contributors: 0, stakers: 0 }, /split.owner is -1/],
    [1n, { provider: 5000, owner: 5000, contributors: 1, stakers: 0 }, /10001 basis points/],
  ])("refuses %s wei with %o", (fee, split, message) => {
    expect(() => splitFee(fee, split)).toThrow(message);
  });
});
