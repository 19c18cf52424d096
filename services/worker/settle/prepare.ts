import { BlockNotFoundError, type Hex, keccak256 } from "viem";
import { METHOD } from "../../../lib/attribution/index.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import {
  leavesOfEpoch,
  payoutsOfEpochs,
  preparedEpoch,
  receiptRecords,
  savePreparedEpoch,
  shareRecords,
} from "../../../lib/db/settlementFiles.ts";
import {
  addressPayee,
  buildSumTree,
  cumulativeLeaves,
  encodeManifest,
  epochFiles,
  type Leaf,
  redirected,
  type StoredFile,
  type SumTree,
} from "../../../lib/ledger/index.ts";
import { chainFacts } from "../../../lib/verify/index.ts";
import type { WorkerContext } from "../context.ts";
import type { SettlementState } from "./readSettlement.ts";

export interface Prepared {
  tree: SumTree;
  payees: number;
  dataHash: Hex;
  manifestCid: string;
  /** The block that the manifest names. */
  snapshotBlock: bigint;
}

/**
 * What was prepared for a sealed epoch, if it was. It is reused, so that a post that was under way when the worker died and one sent
 * after its restart are the same; its receipts must not change any more. Not so when the chain was reorganised since: then the seal may be
 * in a later block than the manifest's.
 */
export async function preparedBefore({ sql }: WorkerContext, state: SettlementState): Promise<Prepared | null> {
  const epoch = state.last + 1;
  const [known, leaves] = await Promise.all([preparedEpoch(sql, epoch), leavesOfEpoch(sql, epoch)]);
  if (!known || leaves.reduce((sum, { amount }) => sum + amount, 0n) !== state.sealedTotal) return null;
  const { manifestCid, dataHash, snapshotBlock, snapshotHash } = known;
  if (snapshotBlock === null || (await hashOf(snapshotBlock)) !== snapshotHash) return null;
  return { tree: buildSumTree(leaves), payees: leaves.length - 2, manifestCid, dataHash, snapshotBlock };
}

/**
 * Computes and publishes a sealed epoch: leaves, files, manifest.
 * @throws Error when the leaves before do not make up the posted root, or receipts promise more than was sealed: then nothing is posted.
 */
export async function prepare(context: WorkerContext, state: SettlementState): Promise<Prepared> {
  const { sql } = context;
  const epoch = state.last + 1;
  const after = state.standing?.id ?? 0;
  const [previous, payouts, receipts, shares] = await Promise.all([
    standingLeaves(context, state),
    payoutsOfEpochs(sql, after, epoch),
    receiptRecords(sql, after, epoch, context.gateway.address),
    shareRecords(sql, after, epoch),
  ]);
  const { contracts, startBlock, treasury } = context.deployment;
  // Not a remembered one: it must not be before the seal.
  const { number: snapshotBlock, hash: snapshotHash } = await publicClient().getBlock();
  const redirects = await chainFacts(publicClient(), { ...contracts, startBlock }).redirects(snapshotBlock);
  const rest = addressPayee(treasury);
  const next = cumulativeLeaves(previous, redirected(payouts, redirects, rest), state.sealedTotal, rest);
  const texts = epochFiles(receipts, shares, next);
  const files = {
    receipts: await store(context, texts.receipts),
    shares: await store(context, texts.shares),
    leaves: await store(context, texts.leaves),
  };
  const { text, dataHash } = encodeManifest({
    version: 1,
    chainId: context.deployment.chainId,
    settlement: contracts.settlement,
    epoch,
    snapshotBlock: Number(snapshotBlock),
    method: METHOD,
    files,
  });
  const { cid: manifestCid } = await store(context, text);
  const cids = { receiptsCid: files.receipts.cid, sharesCid: files.shares.cid, leavesCid: files.leaves.cid };
  await savePreparedEpoch(sql, { id: epoch, manifestCid, dataHash, ...cids, snapshotBlock, snapshotHash }, next);
  return { tree: buildSumTree(next), payees: next.length - 2, dataHash, manifestCid, snapshotBlock };
}

/** Null when the chain has no such block (any more). */
function hashOf(blockNumber: bigint): Promise<Hex | null> {
  return publicClient()
    .getBlock({ blockNumber })
    .then(
      ({ hash }) => hash,
      (error: unknown) => {
        if (error instanceof BlockNotFoundError) return null;
        throw error;
      },
    );
}

async function standingLeaves({ sql }: WorkerContext, { standing }: SettlementState): Promise<Leaf[]> {
  if (!standing) return [];
  const leaves = await leavesOfEpoch(sql, standing.id);
  const root = leaves.length < 2 ? "none" : buildSumTree(leaves).root;
  if (root !== standing.root) {
    throw new Error(
      `epoch ${standing.id} was posted with root ${standing.root}, but the leaves kept here make ${root}: import its leaves file`,
    );
  }
  return leaves;
}

async function store(context: WorkerContext, text: string): Promise<StoredFile> {
  const content = new TextEncoder().encode(text);
  const { cid, bytes } = await context.store.put(content);
  return { cid, bytes, keccak: keccak256(content) };
}
