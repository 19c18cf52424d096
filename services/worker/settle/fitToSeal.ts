import type { Hex } from "viem";
import { assignedReceipts, unassignReceipts } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import { accountsAtSeal } from "./accountsAtSeal.ts";
import { assignPaid } from "./assign.ts";
import { drop } from "./drop.ts";
import type { SettlementState } from "./readSettlement.ts";

/**
 * Makes a sealed epoch's receipts those that its money is for. Anybody can seal, so a seal may come before a collection under way:
 * what was drawn after it waits for the next epoch, and what an earlier seal left waiting comes in, even if nobody gathered it.
 */
export async function fitToSeal(context: WorkerContext, state: SettlementState, log: Log): Promise<void> {
  await fitReceipts(context, state.last + 1, state.now, log);
  await trim(context, state, log);
}

/** The same for any sealed epoch, posted or not: no receipt in it that its money was not drawn for, none outside that it was. */
export async function fitReceipts(context: WorkerContext, epoch: number, now: number, log: Log): Promise<void> {
  const receipts = await assignedReceipts(context.sql, epoch - 1, epoch);
  const accounts = await accountsAtSeal(
    context,
    epoch,
    receipts.map(({ payer }) => payer),
  );
  await drop(context, epoch, receipts, accounts, ({ spent }) => spent, log);
  await assignPaid(context, epoch, now);
}

/** An epoch that promises more than was sealed could never be posted. Whatever led to that, the newest receipts can wait. */
async function trim({ sql }: WorkerContext, state: SettlementState, log: Log): Promise<void> {
  const next = state.last + 1;
  const receipts = await assignedReceipts(sql, state.standing?.id ?? 0, next);
  const promised = receipts.reduce((sum, { fee }) => sum + fee, 0n);
  let excess = promised - (state.sealedTotal - state.settled);
  if (excess <= 0n) return;
  const waiting: Hex[] = [];
  for (const { id, fee } of (await assignedReceipts(sql, state.last, next)).toReversed()) {
    if (excess <= 0n) break;
    if (fee === 0n) continue;
    excess -= fee;
    waiting.push(id);
  }
  await unassignReceipts(sql, next, waiting);
  log(`epoch ${next}: leaves ${waiting.length} receipts to the next: less was sealed than they promise`);
}
