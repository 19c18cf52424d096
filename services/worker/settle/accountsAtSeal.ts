import type { Address } from "viem";
import { publicClient } from "../../../lib/chain/clients.ts";
import { assignedReceipts } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import { drawnSince } from "./drawnSince.ts";
import { type PayerAccount, payerAccounts } from "./payerAccounts.ts";

/**
 * Accounts as an epoch's seal found them: `spent` and `ceiling` are what had been drawn by then, `assigned` counts this epoch's receipts
 * alone. What is drawn after a seal is money of the next epoch.
 * @throws Error when the node does not show the seal (yet).
 */
export async function accountsAtSeal(
  context: WorkerContext,
  epoch: number,
  payers: readonly Address[],
): Promise<PayerAccount[]> {
  if (payers.length === 0) return [];
  const toBlock = await publicClient().getBlockNumber({ cacheTime: 0 });
  const later = await drawnSince(context, epoch, toBlock);
  const accounts = await payerAccounts(context, epoch, payers, toBlock);
  const assigned = new Map<Address, bigint>();
  for (const { payer, fee } of await assignedReceipts(context.sql, epoch - 1, epoch)) {
    assigned.set(payer, (assigned.get(payer) ?? 0n) + fee);
  }
  return accounts.map((account) => {
    const spent = account.spent - (later.get(account.payer) ?? 0n);
    return { ...account, spent, ceiling: spent, assigned: assigned.get(account.payer) ?? 0n };
  });
}
