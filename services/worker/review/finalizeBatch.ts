import type { Hex } from "viem";
import { curationAbi } from "../../../lib/abi/curation.ts";
import { readDeployment, type walletClient } from "../../../lib/chain/clients.ts";
import { revertOf } from "../../../lib/chain/revertOf.ts";
import type { Log } from "../log.ts";
import { transact } from "../transact.ts";

/** An encoded `finalize` call. */
export interface Finalization {
  id: bigint;
  data: Hex;
}

/**
 * Sends finalizations in one transaction; when it would revert, in halves, down to the one that cannot be decided. @returns the ids
 * that need not be tried again soon: decided, or refused by the contract (say, decided by somebody else meanwhile).
 */
export async function finalizeBatch(
  wallet: ReturnType<typeof walletClient>,
  batch: readonly Finalization[],
  log: Log,
): Promise<bigint[]> {
  const { curation } = readDeployment().contracts;
  try {
    const args = [batch.map(({ data }) => data)];
    await transact(wallet, { address: curation, abi: curationAbi, functionName: "multicall", args });
    return batch.map(({ id }) => id);
  } catch (error) {
    const revert = revertOf(error);
    if (!revert) throw error;
    const only = batch.length === 1 ? batch[0]! : null;
    if (only) {
      if (revert.name !== "Curation_BadStatus") log(`contribution ${only.id} cannot be decided: ${revert.name}`);
      return [only.id];
    }
    const middle = batch.length >> 1;
    const first = await finalizeBatch(wallet, batch.slice(0, middle), log);
    return [...first, ...(await finalizeBatch(wallet, batch.slice(middle), log))];
  }
}
