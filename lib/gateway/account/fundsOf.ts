import type { EscrowAccount } from "../chain.ts";

/** What a payer may spend in all, in wei since the beginning: what was signed for and is prepaid, without what is announced for withdrawal. */
export function fundsOf({ spent, balance, thawing }: EscrowAccount, limit: bigint): bigint {
  const prepaid = thawing < balance ? spent + balance - thawing : spent;
  return limit < prepaid ? limit : prepaid;
}
