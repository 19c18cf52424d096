import { expect, it } from "vitest";
import { formatOpen, parseOpen } from "../../lib/format/money.ts";
import { receiptPayouts } from "../../lib/ledger/index.ts";
import { cutOff, moneyOf, splitLines } from "./money.ts";

const payee = (n: number) => `0x${n.toString(16).padStart(64, "0")}` as const;
const payees = { owner: payee(1), provider: payee(2), stakers: payee(3), protocol: payee(4) };
const split = { provider: 1_500, owner: 2_000, contributors: 5_000, stakers: 1_000 };

it("adds up to the fee for any fee and share", () => {
  let seed = 12_345n;
  for (let i = 0; i < 500; i++) {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
    const fee = seed >> BigInt(i % 60);
    const share = Number(seed % 1_000_000_000n);
    const rows = [{ contribution: 9n, payee: payee(5), share }];
    const { payouts } = receiptPayouts(fee, split, rows, payees, 1_000_000_000);
    const money = moneyOf(fee, split, payouts);
    expect(money.pool + money.owner + money.provider + money.stakers + money.protocol).toBe(fee);
    expect(splitLines(money).reduce((sum, line) => sum + line.amount, 0n)).toBe(fee);
    const shown = (wei: bigint) => parseOpen(formatOpen(wei, "precise").replace("<0.0001", "0"))!;
    const amounts = splitLines(money).map(({ amount }) => amount);
    const cut = cutOff(amounts, fee);
    expect(amounts.reduce((sum, wei) => sum + shown(wei), cut)).toBe(shown(fee));
    expect(cut >= 0n && shown(cut) === cut).toBe(true);
    expect(money.paid + money.unattributed).toBe(money.pool);
    expect(money.protocol >= 0n && money.unattributed >= 0n).toBe(true);
  }
});
