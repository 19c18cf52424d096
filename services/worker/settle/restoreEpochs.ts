import { type Address, type Hex, keccak256 } from "viem";
import { z } from "zod";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient, walletClient } from "../../../lib/chain/clients.ts";
import { replaceAssignments } from "../../../lib/db/settlement.ts";
import {
  forgetPreparedEpoch,
  leavesOfEpoch,
  preparedHashes,
  savePreparedEpoch,
} from "../../../lib/db/settlementFiles.ts";
import { buildSumTree, type Leaf } from "../../../lib/ledger/index.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import { parseLeaves, receiptLines } from "../../../lib/verify/index.ts";
import type { WorkerContext } from "../context.ts";
import { type Log, reasonOf } from "../log.ts";
import { fitReceipts } from "./fitToSeal.ts";
import type { SettlementState } from "./readSettlement.ts";

const file = z.object({ cid: z.string() });
/** Less than the verifier asks of a manifest: an epoch that stands is built on, however badly it is described. */
const manifestSchema = z.object({ files: z.object({ receipts: file, shares: file, leaves: file }) });

const NOT_PREPARED = { snapshotBlock: null, snapshotHash: null };

/** An epoch as the chain shows it, and what this process did about it. */
interface SeenEpoch {
  id: number;
  root: Hex;
  dataHash: Hex;
  cid: string;
  attributor: bigint;
  blockNumber: bigint;
  /** Whether the leaves under its root are in this database. */
  isKept: boolean;
  /** Whether it was said that they are not to be had. */
  isTold: boolean;
}

export type SeenEpochs = Map<number, SeenEpoch>;

/**
 * Takes in posted epochs that this database does not know: our own, after it was restored or lost, from their public files; a stranger's,
 * who may post too, as far as it concerns our receipts. What a stranger's files say about those is not believed: the chain says what was
 * drawn for the epoch. Only its leaves are read, and only while it stands, since the next epoch builds on them.
 * @param seen what this process knows; it is added to.
 * @returns whether the leaves that the next epoch builds on are here. If not, nothing can be sealed, but all else goes on.
 */
export async function restoreEpochs(
  context: WorkerContext,
  { last, standing }: SettlementState,
  seen: SeenEpochs,
  log: Log,
): Promise<boolean> {
  const known = standing && seen.get(standing.id);
  if (seen.size > last || (known && known.root !== standing.root)) seen.clear(); // the chain was reorganised
  if (seen.size < last) await lookAt(context, last, standing?.id ?? 0, seen, log);
  const top = standing && seen.get(standing.id);
  if (!top || top.isKept) return true;
  try {
    const { leaves, cids } = await leavesOf(context, top);
    await savePreparedEpoch(
      context.sql,
      { id: top.id, manifestCid: top.cid, dataHash: top.dataHash, ...cids, ...NOT_PREPARED },
      leaves,
    );
    top.isKept = true;
    log(`epoch ${top.id}: posted by attributor ${top.attributor}, read from its files`);
  } catch (error) {
    if (!top.isTold) {
      log(
        `EPOCH ${top.id}, posted by attributor ${top.attributor}, CANNOT BE READ (${reasonOf(error)}): fees are collected as before, but nothing is sealed on top of it until it is rejected or its files are in the store`,
      );
    }
    top.isTold = true;
  }
  return top.isKept;
}

/** Compares the epochs not seen yet with what this database has of them, oldest first. */
async function lookAt(context: WorkerContext, last: number, standing: number, seen: SeenEpochs, log: Log) {
  const { sql, deployment } = context;
  const posts = await publicClient().getContractEvents({
    ...{ address: deployment.contracts.settlement, abi: settlementAbi, eventName: "Posted" },
    ...{ fromBlock: BigInt(deployment.startBlock), strict: true },
  });
  const hashes = await preparedHashes(sql);
  for (let id = 1; id <= last; id++) {
    if (seen.has(id)) continue;
    const post = posts.findLast(({ args }) => args.id === BigInt(id));
    if (!post) throw new Error(`the chain shows no post of epoch ${id}; try again in a moment`);
    const { root, dataHash, cid, attributor } = post.args;
    const epoch: SeenEpoch = {
      id,
      root,
      dataHash,
      cid,
      attributor,
      blockNumber: post.blockNumber,
      isKept: false,
      isTold: false,
    };
    // Of an epoch that others were built on the manifest's hash is enough.
    epoch.isKept = hashes.get(id) === dataHash && (id < standing || rootOf(await leavesOfEpoch(sql, id)) === root);
    if (!epoch.isKept) epoch.isKept = await takeIn(context, epoch, log);
    seen.set(id, epoch);
  }
}

/** @returns whether its leaves were restored too. */
async function takeIn(context: WorkerContext, epoch: SeenEpoch, log: Log): Promise<boolean> {
  const { sql } = context;
  const { id, dataHash, cid } = epoch;
  if ((await posterOf(context, epoch)) === walletClient(context.attributorKey).account.address) {
    const files = await filesOf(context, epoch).catch((error: unknown) => {
      log(`epoch ${id} is ours, and not to be had from its files: ${reasonOf(error)}`);
      return null;
    });
    if (files) {
      await replaceAssignments(sql, id, files.receipts);
      await savePreparedEpoch(sql, { id, manifestCid: cid, dataHash, ...files.cids, ...NOT_PREPARED }, files.leaves);
      log(`epoch ${id}: restored from its files, ${files.receipts.length} receipts`);
      return true;
    }
  }
  // What was prepared under this id was not what was posted. Its receipts stay as far as their money was sealed with it: they are never
  // drawn for again, and if it is rejected the next epoch distributes them.
  await forgetPreparedEpoch(sql, id);
  const { timestamp } = await publicClient().getBlock({ blockNumber: epoch.blockNumber });
  await fitReceipts(context, id, Number(timestamp), log);
  return false;
}

/** The account that posted it: who owns its attributor may have changed since. */
async function posterOf({ deployment }: WorkerContext, { id }: SeenEpoch): Promise<Address> {
  const call = { address: deployment.contracts.settlement, abi: settlementAbi, functionName: "epochOf" } as const;
  return (await publicClient().readContract({ ...call, args: [BigInt(id)] })).poster;
}

/** @throws Error when a file is not in the store, or is not what was posted. */
async function leavesOf({ store }: WorkerContext, { root, dataHash, cid }: SeenEpoch) {
  const bytes = await store.get(cid);
  if (keccak256(bytes) !== dataHash) throw new Error(`the manifest ${cid} is not the one that was posted`);
  const { files } = manifestSchema.parse(JSON.parse(decodeText(bytes)));
  const leaves = parseLeaves(decodeText(await store.get(files.leaves.cid)));
  if (rootOf(leaves) !== root) throw new Error("its leaves do not make up the posted root");
  const cids = { receiptsCid: files.receipts.cid, sharesCid: files.shares.cid, leavesCid: files.leaves.cid };
  return { leaves, cids };
}

/** As `leavesOf`, with the ids of the receipts that it paid. */
async function filesOf(context: WorkerContext, epoch: SeenEpoch) {
  const { leaves, cids } = await leavesOf(context, epoch);
  const lines = receiptLines(decodeText(await context.store.get(cids.receiptsCid)));
  return { leaves, cids, receipts: lines.map(({ receipt }) => receipt.id.toLowerCase() as Hex) };
}

const rootOf = (leaves: readonly Leaf[]): Hex | null => (leaves.length < 2 ? null : buildSumTree(leaves).root);
