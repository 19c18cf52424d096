import type { Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { chainTime, publicClient, walletClient } from "../../lib/chain/clients.ts";
import { ledgerToCome } from "../../lib/db/ledgers.ts";
import {
  outdatedModels,
  type ReleasableDatanet,
  releasableDatanets,
  releasableEntries,
} from "../../lib/db/worker/releases.ts";
import { ledgerRootInTurns } from "../../lib/threads/ledgerRootInTurns.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";
import { retrain } from "./release/retrain.ts";
import { textCheck } from "./release/textCheck.ts";
import type { Trainer } from "./train/Trainer.ts";
import { transact } from "./transact.ts";

type Release = { id: bigint; owner: string; version: number; contentHash: Hex; parents: bigint[]; uri: string };

/**
 * Publishes for the owners whose keys this worker holds: a new datanet version when its newest does not hold all that was accepted, then
 * a new version of each model over it. A root must be seen twice in a row, so that a stream of decisions ends in one version, not in many.
 */
export function release(context: WorkerContext, trainer: Pick<Trainer, "train">, log: Log): () => Promise<boolean> {
  const { sql, deployment, releaseKeys, store } = context;
  const wallets = new Map(
    releaseKeys.map((key) => [privateKeyToAccount(key).address.toLowerCase(), walletClient(key)]),
  );
  const owners = [...wallets.keys()];
  let seen = new Map<bigint, Hex>();

  /** Whether the index shows the newest version: while it is behind, what seems due may have been published already. */
  const isIndexed = async ({ id, version }: { id: bigint; version: number }): Promise<boolean> => {
    const registry = { address: deployment.contracts.registry, abi: registryAbi } as const;
    return (await publicClient().readContract({ ...registry, functionName: "versionOf", args: [id] })) === version;
  };

  const assertTexts = textCheck(store);
  const failing = new Map<bigint, string>();
  /** One asset's trouble is not the others', and is told once. */
  const unlessFailing = async <Result>(
    kind: string,
    id: bigint,
    work: () => Promise<Result>,
  ): Promise<Result | null> => {
    try {
      const result = await work();
      failing.delete(id);
      return result;
    } catch (error) {
      const reason = `${kind} ${id} gets no new version yet: ${reasonOf(error)}`;
      if (failing.get(id) !== reason) log(reason);
      failing.set(id, reason);
      return null;
    }
  };

  const publish = async ({ id, owner, contentHash, parents, uri }: Release) => {
    const address = deployment.contracts.registry;
    const args = [id, contentHash, parents, uri] as const;
    await transact(wallets.get(owner)!, { address, abi: registryAbi, functionName: "publish", args });
  };

  /** Root of each datanet's next version: worked out again only when another one is due. */
  const nextRoots = new Map<bigint, { fingerprint: string; root: Hex }>();
  const nextRoot = async ({ id, fingerprint }: ReleasableDatanet): Promise<Hex> => {
    const known = nextRoots.get(id);
    if (known?.fingerprint === fingerprint) return known.root;
    const { root } = await nextVersion(id);
    nextRoots.set(id, { fingerprint, root });
    return root;
  };
  const nextVersion = async (datanet: bigint) => {
    const entries = await releasableEntries(sql, datanet);
    const root = await ledgerRootInTurns(entries.map(({ id, root }) => ({ id, root, kind: "paid" })));
    return { entries, root };
  };

  const releaseDatanets = async () => {
    const roots = new Map<bigint, Hex>();
    for (const datanet of await releasableDatanets(sql, owners, await chainTime())) {
      const root = await nextRoot(datanet);
      if (root === datanet.contentHash) continue;
      roots.set(datanet.id, root);
      if (seen.get(datanet.id) !== root || !(await isIndexed(datanet))) continue;
      const version = await unlessFailing("datanet", datanet.id, async () => {
        const version = await nextVersion(datanet.id);
        if (version.root === root) await assertTexts(datanet.id, version.entries);
        return version;
      });
      if (!version) continue;
      if (version.root !== root) {
        // Something was decided meanwhile: what was worked out may be of another moment than its fingerprint.
        nextRoots.delete(datanet.id);
        continue;
      }
      await publish({ ...datanet, contentHash: root, parents: [] });
      log(`datanet ${datanet.id}: published a version with ${version.entries.length} contributions`);
    }
    seen = roots;
  };

  const releaseModels = async () => {
    for (const model of await outdatedModels(sql, owners)) {
      if (!(await isIndexed(model))) continue;
      const next = await unlessFailing("model", model.id, async () => {
        await assertTexts(model.id, await ledgerToCome(sql, model.parents));
        return retrain(context, trainer, model);
      });
      if (!next) continue;
      await publish(next);
      log(`model ${model.id}: published a version over its datanets' newest`);
    }
  };

  return async () => {
    if (owners.length === 0) return false;
    await releaseDatanets();
    await releaseModels();
    return false;
  };
}
