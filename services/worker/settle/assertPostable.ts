import { publicClient } from "../../../lib/chain/clients.ts";
import { chainFacts } from "../../../lib/verify/index.ts";
import type { WorkerContext } from "../context.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Holds what is about to be posted against the seal as the chain has it now, as any verifier will: a difference would cost half of the bond.
 * @throws Error when it would be disputed
 */
export async function assertPostable(
  { deployment }: WorkerContext,
  epoch: number,
  { tree, snapshotBlock }: Pick<Prepared, "tree" | "snapshotBlock">,
): Promise<void> {
  const { contracts, startBlock } = deployment;
  const seal = await chainFacts(publicClient(), { ...contracts, startBlock }).sealed(epoch);
  if (!seal) throw new Error(`epoch ${epoch} is not posted: the chain shows no seal of it; try again in a moment`);
  if (seal.total !== tree.total || snapshotBlock < seal.block) {
    throw new Error(
      `epoch ${epoch} is not posted: it was prepared at block ${snapshotBlock} for ${tree.total} wei, and ${seal.total} wei are sealed in block ${seal.block}`,
    );
  }
}
