import { formatEther, type Hex } from "viem";
import { openAbi } from "../../../lib/abi/open.ts";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient, walletClient } from "../../../lib/chain/clients.ts";
import { head } from "../../../lib/format/cut.ts";
import type { WorkerContext } from "../context.ts";
import { transact } from "../transact.ts";

/** The chain keeps it for ever: a sentence, not a report. */
const LONGEST_REASON = 500;

/**
 * Disputes an epoch with this worker's bond.
 * @param nonce read before the epoch's state was: of this dispute and one that a killed predecessor may have sent, only one can be mined.
 * @returns null when only the allowance was given, for the next run to go on from.
 * @throws Error when the account has not the bond.
 */
export async function dispute(
  { attributorKey, deployment }: WorkerContext,
  epoch: number,
  reason: string,
  nonce: number,
): Promise<Hex | null> {
  const wallet = walletClient(attributorKey);
  const { open, settlement } = deployment.contracts;
  const client = publicClient();
  const owner = wallet.account.address;
  const [bond, balance, allowance] = await Promise.all([
    client.readContract({ address: settlement, abi: settlementAbi, functionName: "disputeBond" }),
    client.readContract({ address: open, abi: openAbi, functionName: "balanceOf", args: [owner] }),
    client.readContract({ address: open, abi: openAbi, functionName: "allowance", args: [owner, settlement] }),
  ]);
  if (balance < bond) {
    throw new Error(
      `epoch ${epoch} must be disputed, but ${owner} has ${formatEther(balance)} of the ${formatEther(bond)} OPEN that it takes: send it some`,
    );
  }
  if (allowance < bond) {
    const args = [settlement, bond];
    await transact(wallet, { address: open, abi: openAbi, functionName: "approve", args }, nonce);
    return null;
  }
  const args = [BigInt(epoch), head(reason, LONGEST_REASON)];
  return transact(wallet, { address: settlement, abi: settlementAbi, functionName: "dispute", args }, nonce);
}
