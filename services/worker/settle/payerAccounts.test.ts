import { expect, it } from "vitest";
import { randomSource } from "../../../lib/ledger/testing/randomSource.ts";
import { ceilingSince } from "./payerAccounts.ts";

it("allows exactly what the escrow's rules do, wherever the count begins", () => {
  const random = randomSource(13);
  for (let trial = 0; trial < 3_000; trial++) {
    const [balance, total, limit] = [random.bigint(6), random.bigint(6), random.bigint(7)];
    const spent = BigInt(random.below(Number(total) + 1));
    const more = ceilingSince({ balance, spent: total }, limit, spent) - spent;
    // Escrow.collect: spent + amount <= limit, amount <= balance.
    const accepts = (amount: bigint) => total + amount <= limit && amount <= balance;
    expect(more >= 0n).toBe(true);
    if (more > 0n) expect(accepts(more)).toBe(true);
    expect(accepts(more + 1n)).toBe(false);
  }
});
