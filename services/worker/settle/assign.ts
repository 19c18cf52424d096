import { type Address, formatEther } from "viem";
import { type AssignableReceipt, assignReceipts, awaitedTraces, dueReceipts } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { Rests } from "../Rests.ts";
import { accountsAtSeal } from "./accountsAtSeal.ts";
import { affordable } from "./affordable.ts";
import { type PayerAccount, payerAccounts } from "./payerAccounts.ts";

const DAY = 86_400;

/** Payers whose voucher the escrow refused: nothing more is drawn from them for a while. */
export type Refused = Rests<Address>;

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
    epoch,
    due.map(({ payer }) => payer),
  );
  const room = roomOf(accounts, ({ payer, spent, ceiling }) => (refused.has(payer) ? spent : ceiling));
  const { taken, short } = affordable(due, room);
  if (short.size > 0) warnOnce(sentenceOn(short));
  await assign(context, epoch, taken);
  return taken.length;
}

/**
 * Puts into a sealed epoch those due receipts that its money was drawn for: an earlier seal had come before they were paid, and this one
 * before they were assigned again. Without them their money would be the treasury's.
 */
export async function assignPaid(context: WorkerContext, epoch: number, now: number): Promise<void> {
  const due = await dueReceipts(context.sql, now - (now % DAY));
  if (due.length === 0) return;
  const accounts = await accountsAtSeal(
    context,
    epoch,
    due.map(({ payer }) => payer),
  );
  const room = roomOf(accounts, ({ spent }) => spent);
  await assign(context, epoch, affordable(due, room).taken);
}

/** One sentence, however many they are: after a chain that lost deposits their payers stay short for ever. */
export function sentenceOn(short: ReadonlyMap<Address, { count: number; fees: bigint }>): string {
  let [receipts, fees] = [0, 0n];
  for (const each of short.values()) {
    receipts += each.count;
    fees += each.fees;
  }
  const [first] = short.keys();
  const payers = short.size === 1 ? first : `${first} and ${short.size - 1} more payers`;
  return `leaves out ${receipts} receipts of ${payers}: ${formatEther(fees)} OPEN are not covered by a good voucher and balance`;
}

/** What each payer's next receipts may cost, in wei, if all of them together may cost `most`. */
function roomOf(accounts: readonly PayerAccount[], most: (account: PayerAccount) => bigint): Map<Address, bigint> {
  return new Map(
    accounts.map((account) => {
      const rest = most(account) - account.assigned;
      return [account.payer, rest > 0n ? rest : 0n];
    }),
  );
}

async function assign({ sql }: WorkerContext, epoch: number, receipts: readonly AssignableReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await assignReceipts(
    sql,
    epoch,
    receipts.map(({ id }) => id),
  );
}
