import { type PayoutRole, type Split, splitFee } from "../../lib/ledger/index.ts";

export type Money = {
  /** The contributors' part by the split: `paid` and `unattributed` add up to it. */
  pool: bigint;
  paid: bigint;
  /** Of `paid`, what passages in the prompt earned; null where the model is given none. */
  inContext: bigint | null;
  unattributed: bigint;
  owner: bigint;
  provider: bigint;
  stakers: bigint;
  /** The protocol's own part, without what was not attributed. */
  protocol: bigint;
};

/** Where a fee went, in wei; `inContext` are the amounts of context shares. Of the result, `pool`, `owner`, `provider`, `stakers` and `protocol` add up to it when the payouts do. */
export function moneyOf(
  fee: bigint,
  split: Split,
  payouts: readonly { role: PayoutRole; amount: bigint }[],
  inContext: readonly { amount: bigint }[] | null = null,
): Money {
  const of = (role: PayoutRole) =>
    payouts.filter((payout) => payout.role === role).reduce((sum, payout) => sum + payout.amount, 0n);
  const pool = splitFee(fee, split).contributors;
  const paid = of("contributor");
  const unattributed = pool - paid;
  return {
    pool,
    paid,
    inContext: inContext?.reduce((sum, { amount }) => sum + amount, 0n) ?? null,
    unattributed,
    owner: of("owner"),
    provider: of("provider"),
    stakers: of("stakers"),
    protocol: of("protocol") - unattributed,
  };
}

/** Wei in the last of the four digits that receipts show. */
const LAST_DIGIT = 10n ** 14n;
const shown = (wei: bigint) => wei - (wei % LAST_DIGIT);

/** What is missing from lines that are cut to four digits: with it, they add up to the total as that is shown. Wei, in whole last digits. */
export const cutOff = (lines: readonly bigint[], total: bigint): bigint =>
  shown(total) - lines.reduce((sum, wei) => sum + shown(wei), 0n);

/** One line of a split; `to` names who gets it where the name does not. */
export type SplitLine = { name: string; to?: string; amount: bigint };

/** The split as every page shows it, in the order money is handed on; the amounts add up to the fee. */
export const splitLines = (money: Money): SplitLine[] => [
  ...(money.inContext === null
    ? [{ name: "Contributors", amount: money.paid }]
    : [
        { name: "Word for word", amount: money.paid - money.inContext },
        { name: "In context", amount: money.inContext },
      ]),
  { name: "Not attributed", to: "treasury", amount: money.unattributed },
  { name: "Model owner", amount: money.owner },
  { name: "Provider", amount: money.provider },
  { name: "Stakers", to: "the model’s pool", amount: money.stakers },
  { name: "Protocol", amount: money.protocol },
];

/** The lines of a split that is not known yet: their names only. */
export const linesToCome: readonly SplitLine[] = splitLines({
  ...{ pool: 0n, paid: 0n, inContext: null, unattributed: 0n },
  ...{ owner: 0n, provider: 0n, stakers: 0n, protocol: 0n },
});
