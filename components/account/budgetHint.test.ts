import { expect, it } from "vitest";
import { OPEN } from "../../lib/format/money.ts";
import { budgetHint } from "./budgetHint.ts";

const credit = (balance: bigint, limit: bigint) => ({
  balance: balance * OPEN,
  thawing: 0n,
  collected: 0n,
  spent: 1n * OPEN,
  reserved: 0n,
  limit: limit * OPEN,
  available: 0n,
});

it("says what can be spent after signing", () => {
  expect(budgetHint(credit(11n, 3n), 5n * OPEN)).toBe(
    "After signing, all your keys together can spend 5.0000 OPEN. Signing never lowers it.",
  );
});

it("says that a larger budget stays, and how far the deposit goes", () => {
  expect(budgetHint(credit(4n, 9n), 5n * OPEN)).toBe(
    "After signing, all your keys together can spend 8.0000 OPEN; your deposit covers 3.0000 of it so far. Signing never lowers it: 8.0000 of your last budget are left, and stay.",
  );
});

it("promises no figure before the credit is known", () => {
  expect(budgetHint(undefined, 5n * OPEN)).not.toMatch(/\d/);
});
