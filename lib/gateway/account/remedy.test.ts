import { parseEther } from "viem";
import { expect, test } from "vitest";
import { randomSource } from "../../ledger/testing/randomSource.ts";
import type { Credit } from "./credit.ts";
import { fundsOf } from "./fundsOf.ts";
import { remedyOf, remedySentence } from "./remedy.ts";

const open = (amount: number) => parseEther(String(amount));
const nothing = { balance: 0n, thawing: 0n, collected: 0n, spent: 0n, reserved: 0n, limit: 0n };
const at = { gateway: `0x${"9".repeat(40)}`, escrow: `0x${"e".repeat(40)}` } as const;
const cost = { most: open(4), least: open(1) };

/** As `creditOf` computes it. */
function creditWith(changes: Partial<Credit>): Credit {
  const credit = { ...nothing, ...changes };
  const { balance, thawing, collected, spent, reserved, limit } = credit;
  const left = fundsOf({ spent: collected, balance, thawing }, limit) - spent - reserved;
  return { ...credit, available: left > 0n ? left : 0n };
}

test.each<[string, Partial<Credit>, string]>([
  [
    "nothing is there",
    {},
    `Deposit at least 4 OPEN for the gateway ${at.gateway} in the escrow ${at.escrow}; then sign a voucher with a limit of at least 4 OPEN in all.`,
  ],
  [
    "the deposit is too small",
    { balance: open(3), limit: open(9) },
    `Deposit at least 1 OPEN for the gateway ${at.gateway} in the escrow ${at.escrow}. Or lower max_tokens.`,
  ],
  [
    "the limit is too low",
    { balance: open(50), collected: open(7), spent: open(8), limit: open(10) },
    "Sign a voucher with a limit of at least 12 OPEN in all. Or lower max_tokens.",
  ],
  ["nothing was signed", { balance: open(50) }, "Sign a voucher with a limit of at least 4 OPEN in all."],
  [
    "enough is being withdrawn",
    { balance: open(6), thawing: open(5), limit: open(9) },
    `Cancel the withdrawal you announced, or deposit at least 3 OPEN for the gateway ${at.gateway} in the escrow ${at.escrow}. Or lower max_tokens.`,
  ],
  [
    "all is being withdrawn and was too little",
    { balance: open(2), thawing: open(9), limit: open(9) },
    `Deposit at least 11 OPEN for the gateway ${at.gateway} in the escrow ${at.escrow}, or cancel the withdrawal you announced and deposit 2 OPEN.`,
  ],
  [
    "running requests hold it",
    { balance: open(6), reserved: open(5), limit: open(20) },
    `Deposit at least 3 OPEN for the gateway ${at.gateway} in the escrow ${at.escrow}. Or wait until your running requests end: they hold the rest. Or lower max_tokens.`,
  ],
  [
    "more was withdrawn than was free",
    { balance: open(1), spent: open(3), limit: open(20) },
    `Deposit at least 6 OPEN for the gateway ${at.gateway} in the escrow ${at.escrow}.`,
  ],
])("says what helps when %s", (_case, changes, sentence) => {
  expect(remedySentence(remedyOf(creditWith(changes), cost), at)).toBe(sentence);
});

test("what it names is enough, and a wei less is not", () => {
  const random = randomSource(5);
  const amount = () => random.bigint(6);
  let short = 0;
  for (let trial = 0; trial < 3_000; trial++) {
    const credit = creditWith({
      ...{ balance: amount(), thawing: amount(), collected: amount(), spent: amount(), reserved: amount() },
      limit: amount() * 2n,
    });
    const most = amount() + 1n;
    if (credit.available >= most) continue;
    short++;
    const { signLimit, deposit, depositIfKept, waiting } = remedyOf(credit, { most, least: 1n });
    const limit = signLimit ?? credit.limit;
    const fits = (changes: Partial<Credit>) => creditWith({ ...credit, ...changes }).available >= most;
    const paidIn = { balance: credit.balance + deposit };
    expect(fits({ ...paidIn, limit })).toBe(true);
    if (deposit > 0n) expect(fits({ balance: paidIn.balance - 1n, limit })).toBe(false);
    if (signLimit !== null) expect(fits({ ...paidIn, limit: signLimit - 1n })).toBe(false);
    if (depositIfKept !== null) {
      expect(fits({ balance: credit.balance + depositIfKept, thawing: 0n, limit })).toBe(true);
      if (depositIfKept > 0n) {
        expect(fits({ balance: credit.balance + depositIfKept - 1n, thawing: 0n, limit })).toBe(false);
      }
    }
    expect(waiting).toBe(credit.reserved > 0n && fits({ reserved: 0n }));
  }
  expect(short).toBeGreaterThan(1_000);
});
