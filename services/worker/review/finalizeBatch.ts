import type { Hex } from "viem";
import { curationAbi } from "../../../lib/abi/curation.ts";
import { readDeployment, type walletClient } from "../../../lib/chain/clients.ts";
import { revertOf } from "../../../lib/chain/revertOf.ts";
import type { Log } from "../log.ts";
import { MinedRevert, transact } from "../transact.ts";

/** An encoded `finalize` call. */
export interface Finalization {
  id: bigint;
  data: Hex;
}

/** What became of a batch: `refused` by the contract (say, decided by somebody else meanwhile) costs nothing, `burnt` reverted when it was mined. */
export type Finalized = { decided: bigint[]; refused: bigint[]; burnt: bigint[] };

/** Sends finalizations in one transaction; where that reverts, simulated or mined, in halves, down to the one that cannot be decided. */
export async function finalizeBatch(
  wallet: ReturnType<typeof walletClient>,
  batch: readonly Finalization[],
  log: Log,
  gas?: bigint,
): Promise<Finalized> {
  if (batch.length === 0) return { decided: [], refused: [], burnt: [] };
  const { curation } = readDeployment().contracts;
  const ids = batch.map(({ id }) => id);
  try {
    const args = [batch.map(({ data }) => data)];
    await transact(wallet, { address: curation, abi: curationAbi, functionName: "multicall", args, gas });
    return { decided: ids, refused: [], burnt: [] };
  } catch (error) {
    const revert = revertOf(error);
    const isBurnt = error instanceof MinedRevert;
    if (!revert && !isBurnt) throw error;
    if (batch.length > 1) {
      const middle = batch.length >> 1;
      const first = await finalizeBatch(wallet, batch.slice(0, middle), log, gas);
      return joined([first, await finalizeBatch(wallet, batch.slice(middle), log, gas)]);
    }
    if (isBurnt) return { decided: [], refused: [], burnt: ids };
    if (revert!.name !== "Curation_BadStatus") log(`contribution ${ids[0]} cannot be decided: ${revert!.name}`);
    return { decided: [], refused: ids, burnt: [] };
  }
}

export const joined = (ends: readonly Finalized[]): Finalized => ({
  decided: ends.flatMap(({ decided }) => decided),
  refused: ends.flatMap(({ refused }) => refused),
  burnt: ends.flatMap(({ burnt }) => burnt),
});
