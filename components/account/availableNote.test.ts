import { expect, test } from "vitest";
import type { Credit } from "../../lib/gateway/account/credit.ts";
import { availableNote } from "./availableNote.ts";

const credit = (balance: bigint, limit: bigint): Credit => ({
  ...{ balance, limit, thawing: 0n, collected: 0n, spent: 0n, reserved: 0n },
  available: balance < limit ? balance : limit,
});

test.each([
  [0n, 0n, /deposit first, then sign a budget/],
  [10n, 0n, /no budget is signed for the deposit/],
  [0n, 5n, /no deposit behind it/],
  [5n, 10n, /as much as is deposited$/],
  [10n, 5n, /as much as the signed budget allows$/],
  [5n, 5n, /^can be spent now$/],
])("deposit %s, budget %s", (balance, limit, note) => {
  expect(availableNote(credit(balance, limit))).toMatch(note);
});
