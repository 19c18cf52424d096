import { type Address, zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { cumulativeLeaves } from "./leaves.ts";
import { addressPayee, targetPayee } from "./payee.ts";
import { redirected, redirectsOf } from "./redirects.ts";
import { randomSource } from "./testing/randomSource.ts";

const address = (byte: number): Address => `0x${byte.toString(16).padStart(2, "0").repeat(20)}`;
const [a, b, c, treasury] = [1, 2, 3, 255].map(address) as [Address, Address, Address, Address];
const payee = addressPayee;

describe("redirects", () => {
  it("are an owner’s newest, until it takes them back", () => {
    const announced = [
      { owner: a, to: b },
      { owner: a, to: c },
      { owner: b, to: c },
      { owner: b, to: zeroAddress },
      { owner: c, to: a },
      { owner: c, to: c },
    ];
    expect([...redirectsOf(announced)]).toEqual([[payee(a), payee(c)]]);
  });

  it("are followed once, for neither a pool nor the treasury", () => {
    const redirects = redirectsOf([
      { owner: a, to: b },
      { owner: b, to: c },
      { owner: treasury, to: c },
    ]);
    const payouts = [payee(a), payee(b), payee(c), payee(treasury), targetPayee(7n)].map((to, i) => {
      return { payee: to, amount: BigInt(i + 1) };
    });
    expect(redirected(payouts, redirects, payee(treasury)).map((leaf) => leaf.payee)).toEqual([
      ...[payee(b), payee(c), payee(c), payee(treasury), targetPayee(7n)],
    ]);
  });
});

it("moves money and makes none: every wei goes where exactly one hop says, and no earlier leaf falls (random)", () => {
  const random = randomSource(11);
  const pick = random.below;
  for (let run = 0; run < 200; run++) {
    const owners = Array.from({ length: 2 + pick(8) }, (_, i) => address(i + 1));
    const some = () => owners[pick(owners.length)]!;
    const redirects = redirectsOf(Array.from({ length: pick(9) }, () => ({ owner: some(), to: some() })));
    const payouts = Array.from({ length: pick(12) }, () => ({ payee: payee(some()), amount: random.bigint(100) }));
    const moved = redirected(payouts, redirects, payee(treasury));
    const sum = (of: readonly { amount: bigint }[]) => of.reduce((total, { amount }) => total + amount, 0n);
    expect(sum(moved)).toBe(sum(payouts));
    for (const owner of owners) {
      const sources = owners.filter((from) => (redirects.get(payee(from)) ?? payee(from)) === payee(owner)).map(payee);
      expect(sum(moved.filter((leaf) => leaf.payee === payee(owner)))).toBe(
        sum(payouts.filter((leaf) => sources.includes(leaf.payee))),
      );
    }
    const before = cumulativeLeaves([], payouts, sum(payouts), payee(treasury));
    const after = cumulativeLeaves(before, moved, 2n * sum(payouts), payee(treasury));
    const had = new Map(after.map((leaf) => [leaf.payee, leaf.amount]));
    for (const leaf of before) expect(had.get(leaf.payee)).toBeGreaterThanOrEqual(leaf.amount);
  }
});
