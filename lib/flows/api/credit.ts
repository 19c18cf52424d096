import type { Credit } from "../../gateway/account/credit.ts";
import { askApi } from "../../tx/api.ts";

const names = ["balance", "thawing", "collected", "spent", "reserved", "limit", "available"] as const;

/** A payer's credit at this server's gateway. */
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
