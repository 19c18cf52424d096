import type { Hex } from "viem";
import { type AssignableReceipt, unassignReceipts } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { PayerAccount } from "./payerAccounts.ts";

/**
 * Takes the newest receipts of payers out of an epoch until what stays assigned to each is at most `most` (wei); they are due again.
 * Not all of a payer's: what is paid for must not go to the treasury. @param receipts of the epoch, oldest first.
 */
export async function drop(
  context: WorkerContext,
  epoch: number,
  receipts: readonly AssignableReceipt[],
  accounts: readonly PayerAccount[],
  most: (account: PayerAccount) => bigint,
  log: Log,
): Promise<void> {
  const excess = new Map(accounts.map((account) => [account.payer, account.assigned - most(account)]));
  const dropped: Hex[] = [];
  for (const { id, payer, fee } of receipts.toReversed()) {
    const rest = excess.get(payer) ?? 0n;
    if (rest <= 0n) continue;
    excess.set(payer, rest - fee);
    dropped.push(id);
  }
  if (dropped.length === 0) return;
  await unassignReceipts(context.sql, epoch, dropped);
  log(`epoch ${epoch}: leaves ${dropped.length} receipts undistributed: not paid`);
}
