import type { Hex } from "viem";
import type { Leaf } from "./sumTree.ts";

/** Smallest and largest payee, with amount 0: their neighbours prove absence at the ends too. */
export const FIRST_PAYEE: Hex = `0x${"00".repeat(32)}`;
export const LAST_PAYEE: Hex = `0x${"ff".repeat(32)}`;

/** Puts the two sentinels around leaves that ascend strictly between them. */
export function withSentinels(leaves: readonly Leaf[]): Leaf[] {
  return [{ payee: FIRST_PAYEE, amount: 0n }, ...leaves, { payee: LAST_PAYEE, amount: 0n }];
}

/**
 * Leaves of the next epoch: what each payee had plus what it earned, sentinels included. The treasury's is what the sealed total leaves,
 * so that the tree distributes it to the wei, and money that came without receipts is not stranded.
 * @param previous Leaves of the newest epoch that stands (sentinels may be among them); empty before the first.
 * @param payouts Wei per payee since then; a payee may come several times.
 * @param sealedTotal What the epoch must distribute, cumulative, in wei.
 * @throws RangeError when a payout is negative or goes to a sentinel, or more would be promised than was sealed.
 */
export function cumulativeLeaves(
  previous: readonly Leaf[],
  payouts: readonly Leaf[],
  sealedTotal: bigint,
  treasury: Hex,
): Leaf[] {
  const amounts = new Map<string, bigint>([[treasury.toLowerCase(), 0n]]);
  const add = (payee: Hex, amount: bigint) => {
    const key = payee.toLowerCase();
    amounts.set(key, (amounts.get(key) ?? 0n) + amount);
  };
  for (const { payee, amount } of previous) if (!isSentinel(payee)) add(payee, amount);
  for (const { payee, amount } of payouts) {
    if (amount < 0n) throw new RangeError(`payout of ${amount} wei to ${payee}: entitlements never fall`);
    if (isSentinel(payee)) throw new RangeError(`payout of ${amount} wei to the sentinel ${payee}`);
    add(payee, amount);
  }
  let promised = 0n;
  for (const amount of amounts.values()) promised += amount;
  if (promised > sealedTotal) {
    throw new RangeError(`${promised} wei would be promised, but only ${sealedTotal} were sealed`);
  }
  add(treasury, sealedTotal - promised);
  const leaves = [...amounts].map(([payee, amount]) => ({ payee: payee as Hex, amount }));
  // Equal-length lower-case hex: text order is number order.
  return withSentinels(leaves.sort((a, b) => (a.payee < b.payee ? -1 : 1)));
}

function isSentinel(payee: Hex): boolean {
  const lower = payee.toLowerCase();
  return lower === FIRST_PAYEE || lower === LAST_PAYEE;
}
