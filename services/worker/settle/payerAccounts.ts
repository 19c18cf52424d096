import type { Address, Hex } from "viem";
import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { assignedFees, vouchersOf } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";

export interface PayerAccount {
  payer: Address;
  /** Wei the gateway may draw in all: what the voucher allows and the escrow holds, drawn parts included; no less than `spent`. */
  ceiling: bigint;
  /** Wei drawn so far. */
  spent: bigint;
  /** Fees in wei of all receipts that some epoch has. What is above `spent` is still to be drawn. */
  assigned: bigint;
  voucher: { limit: bigint; signature: Hex } | null;
}

/** What each payer can and must still pay, from the escrow and from the epochs its receipts are in. @param blockNumber the newest if not given. */
export async function payerAccounts(
  { sql, deployment, gateway }: WorkerContext,
  payers: readonly Address[],
  blockNumber?: bigint,
) {
  const distinct = [...new Set(payers)];
  const [fees, vouchers, accounts] = await Promise.all([
    assignedFees(sql, distinct),
    vouchersOf(sql, distinct),
    Promise.all(
      distinct.map((payer) =>
        publicClient().readContract({
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
    const { balance, spent } = accounts[index]!;
    const voucher = vouchers.get(payer) ?? null;
    const limit = voucher?.limit ?? 0n;
    const held = balance + spent;
    const most = limit < held ? limit : held;
    return { payer, ceiling: most < spent ? spent : most, spent, assigned: fees.get(payer) ?? 0n, voucher };
  });
}
