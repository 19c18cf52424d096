import { askApi } from "../../tx/api.ts";

/** A payer's credit at this server's gateway, all in wei. */
export type Credit = {
  /** In the escrow, not drawn yet. */
  balance: bigint;
  /** Of the balance, announced for withdrawal. */
  thawing: bigint;
  /** Drawn from the escrow so far, cumulative. */
  collected: bigint;
  /** Of all answers served, cumulative: collected or not. */
  spent: bigint;
  /** What running requests may still cost. */
  reserved: bigint;
  /** Cumulative: the highest signed limit. */
  limit: bigint;
  /** What can be spent now: the lesser of prepaid and authorised. */
  available: bigint;
};

const names = ["balance", "thawing", "collected", "spent", "reserved", "limit", "available"] as const;

export async function readCredit(address: string): Promise<Credit> {
  const answer = await askApi<Record<string, string | undefined>>(`/api/v1/accounts/${address}`);
  return Object.fromEntries(names.map((name) => [name, BigInt(answer[name] ?? 0)])) as Credit;
}

const atLeastZero = (wei: bigint) => (wei > 0n ? wei : 0n);

/** Wei deposited and not spent. */
export const prepaidLeft = (credit: Credit): bigint =>
  atLeastZero(credit.collected + credit.balance - credit.thawing - credit.spent - credit.reserved);

/** Wei the person has signed for and not spent. */
export const authorisedLeft = (credit: Credit): bigint => atLeastZero(credit.limit - credit.spent - credit.reserved);
