import type { Address, Hex } from "viem";
import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { assignedFees, vouchersOf } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import { drawnSince } from "./drawnSince.ts";

/** What one payer has paid and owes for the epoch to come. Amounts count from the seal of the epoch before, as the chain shows it. */
export interface PayerAccount {
  payer: Address;
  /** Wei the gateway may draw in all: what the voucher allows and the escrow holds, drawn parts included; no less than `spent`. */
  ceiling: bigint;
  /** Wei drawn so far. */
  spent: bigint;
  /** Fees in wei of the receipts that are assigned to the epoch. What is above `spent` is still to be drawn. */
  assigned: bigint;
  /** Wei announced for withdrawal. */
  thawing: bigint;
  /** Its limit is cumulative, as signed. */
  voucher: { limit: bigint; signature: Hex } | null;
}

/**
 * What each payer can and must still pay for an epoch that is not posted. Whatever was drawn before the last seal is distributed by the
 * posted epochs, so only what came after it counts: by the chain alone, whatever this database has seen of the time before.
 * @param toBlock read as of this block; the newest if not given.
 */
export async function payerAccounts(
  context: WorkerContext,
  epoch: number,
  payers: readonly Address[],
  toBlock?: bigint,
): Promise<PayerAccount[]> {
  const { sql, deployment, gateway } = context;
  const client = publicClient();
  const distinct = [...new Set(payers)];
  const blockNumber = toBlock ?? (await client.getBlockNumber({ cacheTime: 0 }));
  const [fees, vouchers, drawn, accounts] = await Promise.all([
    assignedFees(sql, distinct, epoch - 1),
    vouchersOf(sql, distinct),
    epoch === 1 ? null : drawnSince(context, epoch - 1, blockNumber),
    Promise.all(
      distinct.map((payer) =>
        client.readContract({
          address: deployment.contracts.escrow,
          abi: escrowAbi,
          functionName: "accountOf",
          args: [payer, gateway.address],
          blockNumber,
        }),
      ),
    ),
  ]);
  return distinct.map((payer, index): PayerAccount => {
    const account = accounts[index]!;
    const voucher = vouchers.get(payer) ?? null;
    const spent = drawn ? (drawn.get(payer.toLowerCase()) ?? 0n) : account.spent;
    const ceiling = ceilingSince(account, voucher?.limit ?? 0n, spent);
    return { payer, ceiling, spent, assigned: fees.get(payer) ?? 0n, thawing: account.thawing, voucher };
  });
}

/**
 * Wei that may have been drawn in all since a seal: what was (`spent`), and what the escrow still gives, which is
 * min(limit - drawn ever, balance).
 */
export function ceilingSince(account: { balance: bigint; spent: bigint }, limit: bigint, spent: bigint): bigint {
  const signed = limit - account.spent;
  if (signed <= 0n) return spent;
  return signed < account.balance ? spent + signed : spent + account.balance;
}
