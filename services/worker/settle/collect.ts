import { formatEther } from "viem";
import { publicClient } from "../../../lib/chain/clients.ts";
import type { AssignableReceipt } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import { MinedRevert } from "../transact.ts";
import type { Refused } from "./assign.ts";
import { draw, isRefusal, owedBy } from "./draw.ts";
import { drop } from "./drop.ts";
import { isSure } from "./isSure.ts";
import { type PayerAccount, payerAccounts } from "./payerAccounts.ts";

const VOUCHERS_PER_TRANSACTION = 100;
/** Of those that go alone. */
const TRANSACTIONS_PER_RUN = 20;
/** Of one that goes alone: its payer's code may run. */
const GAS_ALONE = 400_000n;

/**
 * Draws what the payers of an epoch's receipts owe: their assigned fees less what the escrow says was drawn since the last seal. So it can be run again
 * after any crash. Receipts that can no longer be paid leave the epoch. @returns whether all that stays in it is paid; else run it again.
 */
export async function collect(
  context: WorkerContext,
  epoch: number,
  receipts: readonly AssignableReceipt[],
  refused: Refused,
  log: Log,
): Promise<boolean> {
  if (receipts.length === 0) return true;
  // Before the escrow is read. A transaction of a killed predecessor that is still pending has this nonce: of the two only one is
  // mined. One that was mined before the read is counted by it.
  const nonce = await publicClient().getTransactionCount({ address: context.gateway.address, blockTag: "latest" });
  const accounts = await payerAccounts(
    context,
    epoch,
    receipts.map(({ payer }) => payer),
  );
  const owing = accounts.filter((account) => owedBy(account) > 0n);
  if (owing.length === 0) return true;

  const unpayable = owing.filter(({ assigned, ceiling }) => assigned > ceiling);
  if (unpayable.length > 0) {
    await drop(context, epoch, receipts, unpayable, ({ ceiling }) => ceiling, log);
    return false;
  }
  const alone = async (some: readonly PayerAccount[], first: number) => {
    const failed = await drawEach(context, epoch, some, first, log);
    for (const { payer } of failed) {
      const seconds = refused.begin(payer) / 1_000;
      log(`the escrow does not take the voucher of ${payer} (see docs/protocol.md); tried again in ${seconds} s`);
    }
    await drop(context, epoch, receipts, failed, ({ spent }) => spent, log);
    return some.length === owing.length && failed.length === 0;
  };

  const sure = await Promise.all(owing.map((account) => isSure(context, account)));
  const batch = owing.filter((_, i) => sure[i]).slice(0, VOUCHERS_PER_TRANSACTION);
  if (batch.length === 0) return alone(owing.slice(0, TRANSACTIONS_PER_RUN), nonce);
  try {
    await draw(context, batch, nonce);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return alone(batch.slice(0, TRANSACTIONS_PER_RUN), error instanceof MinedRevert ? nonce + 1 : nonce);
  }
  tell(epoch, batch, log);
  return batch.length === owing.length;
}

/**
 * A transaction for each: what one payer's contract does when it is mined is nobody else's trouble. @param nonce of the first
 * @returns those that were refused, at once or when mined
 */
async function drawEach(
  context: WorkerContext,
  epoch: number,
  accounts: readonly PayerAccount[],
  nonce: number,
  log: Log,
): Promise<PayerAccount[]> {
  const failed: PayerAccount[] = [];
  let next = nonce;
  for (const account of accounts) {
    try {
      await draw(context, [account], next++, GAS_ALONE);
      tell(epoch, [account], log);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (!(error instanceof MinedRevert)) next--; // nothing was sent
      failed.push(account);
    }
  }
  return failed;
}

function tell(epoch: number, accounts: readonly PayerAccount[], log: Log) {
  const sum = accounts.reduce((total, account) => total + owedBy(account), 0n);
  log(`epoch ${epoch}: collected ${formatEther(sum)} OPEN from ${accounts.length} payers`);
}
