import { escrowAbi } from "../../../lib/abi/escrow.ts";
import { walletClient } from "../../../lib/chain/clients.ts";
import { revertOf } from "../../../lib/chain/revertOf.ts";
import type { WorkerContext } from "../context.ts";
import { MinedRevert, transact } from "../transact.ts";
import type { PayerAccount } from "./payerAccounts.ts";

/** Wei. */
export const owedBy = ({ assigned, spent }: PayerAccount): bigint => (assigned > spent ? assigned - spent : 0n);

/** Collects in one transaction what some payers owe: from all of them or from none. */
export async function draw(
  { deployment, gatewayKey }: WorkerContext,
  accounts: readonly PayerAccount[],
  nonce: number,
  gas?: bigint,
): Promise<void> {
  const vouchers = accounts.map((account) => ({
    payer: account.payer,
    limit: account.voucher!.limit,
    amount: owedBy(account),
    signature: account.voucher!.signature,
  }));
  const { escrow } = deployment.contracts;
  const call = { address: escrow, abi: escrowAbi, functionName: "collect", args: [vouchers], gas };
  await transact(walletClient(gatewayKey), call, nonce);
}

/** Whether the escrow said no, simulated or mined; not so when the node is away, or the nonce is taken. */
export const isRefusal = (error: unknown): boolean => error instanceof MinedRevert || revertOf(error) !== null;
