import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { cumulativeLeaves, FIRST_PAYEE, LAST_PAYEE } from "./leaves.ts";
import { addressPayee, targetPayee } from "./payee.ts";
import { type RolePayees, receiptPayouts } from "./receiptPayouts.ts";
import { buildSumTree, type Leaf } from "./sumTree.ts";
import { randomSource } from "./testing/randomSource.ts";

const SCALE = 1_000_000_000;
const account = (n: number): Hex => addressPayee(`0x${n.toString(16).padStart(40, "0")}`);
const TREASURY = account(999);

describe("cumulativeLeaves", () => {
  it("adds to what was, sorts by payee and gives the treasury the rest", () => {
    const first = cumulativeLeaves([], [{ payee: account(2), amount: 5n }], 7n, TREASURY);
    expect(first).toEqual([
      { payee: FIRST_PAYEE, amount: 0n },
      { payee: account(2), amount: 5n },
      { payee: TREASURY, amount: 2n },
      { payee: LAST_PAYEE, amount: 0n },
    ]);
    const second = cumulativeLeaves(
      first,
      [
        { payee: targetPayee(3n), amount: 4n },
        { payee: account(1), amount: 1n },
        { payee: account(2), amount: 1n },
      ],
      15n,
      TREASURY,
    );
    expect(second.slice(1, -1)).toEqual([
      { payee: account(1), amount: 1n },
      { payee: account(2), amount: 6n },
      { payee: TREASURY, amount: 4n },
      { payee: targetPayee(3n), amount: 4n },
    ]);
  });

  it("refuses to promise more than was sealed, to take away, and to pay a sentinel", () => {
    const one = { payee: account(1), amount: 5n };
    expect(() => cumulativeLeaves([], [one], 4n, TREASURY)).toThrow(/5 wei would be promised, but only 4/);
    expect(() => cumulativeLeaves([], [{ ...one, amount: -1n }], 4n, TREASURY)).toThrow(/never fall/);
    expect(() => cumulativeLeaves([], [{ ...one, payee: LAST_PAYEE }], 5n, TREASURY)).toThrow(/sentinel/);
  });

  it("distributes the sealed total to the wei over random epochs, and no entitlement ever falls", () => {
    const random = randomSource(6);
    for (let run = 0; run < 40; run++) {
      let leaves: Leaf[] = [];
      let sealedTotal = 0n;
      for (let epoch = 0; epoch < 6; epoch++) {
        const payouts: Leaf[] = [];
        for (let receipts = random.below(12); receipts > 0; receipts--) {
          const fee = random.bigint(random.below(90));
          sealedTotal += fee;
          payouts.push(...randomPayouts(fee));
        }
        sealedTotal += random.below(2) === 0 ? 0n : random.bigint(40); // money that came without a receipt
        const next = cumulativeLeaves(leaves, payouts, sealedTotal, TREASURY);
        expect(buildSumTree(next).total).toBe(sealedTotal);
        const amounts = new Map(next.map(({ payee, amount }) => [payee, amount]));
        for (const { payee, amount } of leaves) expect(amounts.get(payee)! >= amount).toBe(true);
        leaves = next;
      }
    }

    function randomPayouts(fee: bigint) {
      const split = { provider: 2000, owner: random.below(3000), contributors: random.below(4000), stakers: 500 };
      let left = SCALE;
      const rows = Array.from({ length: random.below(8) }, (_, i) => {
        const share = random.below(left + 1);
        left -= share;
        return { contribution: BigInt(i), payee: account(1 + random.below(20)), share };
      });
      const payees: RolePayees = {
        owner: account(1 + random.below(20)),
        provider: account(30),
        stakers: targetPayee(BigInt(random.below(4))),
        protocol: TREASURY,
      };
      const { payouts } = receiptPayouts(fee, split, rows, payees, SCALE);
      expect(payouts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(fee);
      return payouts;
    }
  });
});
