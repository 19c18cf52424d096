import type { Hex } from "viem";
import { contributorPayouts, type ShareRow } from "./contributorPayouts.ts";
import { type Split, splitFee } from "./splitFee.ts";

export type PayoutRole = "contributor" | "owner" | "provider" | "stakers" | "protocol";

export interface Payout {
  role: PayoutRole;
  payee: Hex;
  /** Wei. */
  amount: bigint;
}

/** 32-byte payees of the roles that are not contributors. */
export interface RolePayees {
  owner: Hex;
  provider: Hex;
  stakers: Hex;
  protocol: Hex;
}

/**
 * Where one receipt's fee goes: contributors first, in the order of their rows, then the roles. Payouts of 0 are left out. They add up
 * to the fee exactly; what rounding or missing attribution leaves of the contributors' pool is the protocol's.
 * @returns also `parts`: per row, its contribution's part of its owner's payout.
 * @throws RangeError as `splitFee` and `contributorPayouts` do.
 */
export function receiptPayouts(
  fee: bigint,
  split: Split,
  rows: readonly ShareRow[],
  payees: RolePayees,
  scale: number,
): { payouts: Payout[]; parts: { contribution: bigint; amount: bigint }[] } {
  const fees = splitFee(fee, split);
  const pool = contributorPayouts(fees.contributors, rows, scale);
  const payouts: Payout[] = [
    ...pool.payouts.map(({ payee, amount }): Payout => ({ role: "contributor", payee, amount })),
    { role: "owner", payee: payees.owner, amount: fees.owner },
    { role: "provider", payee: payees.provider, amount: fees.provider },
    { role: "stakers", payee: payees.stakers, amount: fees.stakers },
    { role: "protocol", payee: payees.protocol, amount: fees.protocol + pool.remainder },
  ];
  return { payouts: payouts.filter(({ amount }) => amount > 0n), parts: pool.parts };
}
