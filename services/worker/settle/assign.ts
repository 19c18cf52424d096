import { type Address, formatEther } from "viem";
import { assignReceipts, awaitedTraces, dueReceipts } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import { affordable } from "./affordable.ts";
import { payerAccounts } from "./payerAccounts.ts";

const DAY = 86_400;

/** Payers whose voucher the escrow refused, and until when (ms) they are left out. */
export type Refused = Map<Address, number>;

/**
 * Puts what is due into an epoch: attributed receipts served before the newest UTC midnight of chain time, as far as their payers can
 * pay. Waits for attributions under way, so that a day is not torn in two. @returns how many.
 */
export async function assignDue(
  context: WorkerContext,
  epoch: number,
  now: number,
  refused: Refused,
  warnOnce: Log,
): Promise<number> {
  const boundary = now - (now % DAY);
  const due = await dueReceipts(context.sql, boundary);
  if (due.length === 0 || (await awaitedTraces(context.sql, boundary)) > 0) return 0;

  const accounts = await payerAccounts(
    context,
    due.map(({ payer }) => payer),
  );
  const room = new Map<Address, bigint>();
  for (const { payer, ceiling, assigned } of accounts) {
    if ((refused.get(payer) ?? 0) > Date.now()) continue;
    const rest = ceiling - assigned;
    room.set(payer, rest > 0n ? rest : 0n);
  }
  const { taken, short } = affordable(due, room);
  for (const [payer, { count, fees }] of short) {
    warnOnce(
      `leaves out ${count} receipts of ${payer}: ${formatEther(fees)} OPEN are not covered by a good voucher and balance`,
    );
  }
  if (taken.length > 0)
    await assignReceipts(
      context.sql,
      epoch,
      taken.map(({ id }) => id),
    );
  return taken.length;
}
