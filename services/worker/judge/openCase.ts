import { type Address, type Hex, keccak256, stringToBytes } from "viem";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { walletClient } from "../../../lib/chain/clients.ts";
import { saveEvidence } from "../../../lib/db/gateway/evidence.ts";
import type { WorkerContext } from "../context.ts";
import { transact } from "../transact.ts";
import type { Finding } from "../watch/look.ts";

/**
 * Opens the case of a disputed epoch, whoever disputed it: without a case nobody can rule, and nothing is sealed. The evidence is what
 * this worker found. Opening it twice reverts.
 */
export async function openCase(
  { sql, store, deployment, attributorKey }: WorkerContext,
  arbiter: Address,
  { epoch, root, sentence }: Finding,
): Promise<Hex> {
  const { settlement } = deployment.contracts;
  const wallet = walletClient(attributorKey);
  const evidence = stringToBytes(
    JSON.stringify({
      settlement,
      epoch,
      root,
      finding: sentence,
      foundBy: `attributor ${wallet.account.address}, by redoing the epoch`,
    }),
  );
  const { cid } = await store.put(evidence);
  const hash = keccak256(evidence);
  await saveEvidence(sql, hash, cid);
  const args = [settlement, BigInt(epoch), hash];
  return transact(wallet, { address: arbiter, abi: arbiterAbi, functionName: "openEpoch", args });
}
