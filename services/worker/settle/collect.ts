import { formatEther } from "viem";
import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { publicClient, walletClient } from "../../../lib/chain/clients.ts";
import { revertOf } from "../../../lib/chain/revertOf.ts";
import type { AssignableReceipt } from "../../../lib/db/settlement.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import { transact } from "../transact.ts";
import type { Refused } from "./assign.ts";
import { drop } from "./drop.ts";
import { type PayerAccount, payerAccounts } from "./payerAccounts.ts";

const VOUCHERS_PER_TRANSACTION = 100;
const REFUSED_FOR_MS = 600_000;

const owedBy = ({ assigned, spent }: PayerAccount): bigint => (assigned > spent ? assigned - spent : 0n);

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
  const batch = owing.slice(0, VOUCHERS_PER_TRANSACTION);
  const vouchers = batch.map((account) => ({
    payer: account.payer,
    limit: account.voucher!.limit,
    amount: owedBy(account),
    signature: account.voucher!.signature,
  }));
  try {
    const call = {
      address: context.deployment.contracts.escrow,
      abi: escrowAbi,
      functionName: "collect",
      args: [vouchers],
    };
    await transact(walletClient(context.gatewayKey), call, nonce);
  } catch (error) {
    const revert = revertOf(error);
    if (revert?.name !== "Escrow_BadVoucher") throw error;
    const bad = batch[Number(revert.args[0])]!;
    refused.set(bad.payer, Date.now() + REFUSED_FOR_MS);
    log(`the escrow refuses the voucher of ${bad.payer} (expired key or bad signature)`);
    await drop(context, epoch, receipts, [bad], ({ spent }) => spent, log);
    return false;
  }
  const sum = vouchers.reduce((total, { amount }) => total + amount, 0n);
  log(`epoch ${epoch}: collected ${formatEther(sum)} OPEN from ${vouchers.length} payers`);
  return batch.length === owing.length;
}
