import { expect, test } from "vitest";
import { reasonForNothing } from "./reasonForNothing.ts";

const epochs = { accepted: 3, open: null, isDisputed: false };
const nothing = {
  accrued: 0n,
  inWindow: 0n,
  inDispute: 0n,
  paid: 0n,
  payouts: 0,
  contributions: 0,
  accepted: 0,
  epochs,
  now: 1_000,
};
const open = { ...epochs, open: { id: 4, readyAt: 1_000 + 5_400 } };

test.each([
  [{}, "This account has contributed nothing yet and owns no model or provider that was used."],
  [{ contributions: 2 }, "None of your contributions is accepted yet."],
  [{ contributions: 2, accepted: 1 }, "No answer has used your contributions yet."],
  [{ accepted: 1, payouts: 3 }, "What you have earned is not settled yet."],
  [{ accepted: 1, payouts: 3, paid: 5n }, "Everything you have earned is paid out."],
  [
    { accrued: 12_345_678n * 10n ** 13n, paid: 5n },
    "Answers have earned you 123.4567 OPEN; the next epoch pays them out.",
  ],
  [{ accrued: 1n }, "Answers have earned you less than 0.0001 OPEN; the next epoch pays them out."],
  [
    { inWindow: 2n * 10n ** 18n, accrued: 1n, epochs: open },
    "Epoch 4 holds 2 OPEN for you; it can be claimed in 90 minutes, when its challenge window closes.",
  ],
  [
    { inDispute: 10n ** 18n, epochs: { ...open, isDisputed: true } },
    "Epoch 4 holds 1 OPEN for you, but it is disputed: the arbiter decides first.",
  ],
])("%o: %s", (standing, sentence) => {
  expect(reasonForNothing({ ...nothing, ...standing })).toBe(sentence);
});
