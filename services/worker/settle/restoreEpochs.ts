import { type Hex, keccak256 } from "viem";
import { z } from "zod";
import { settlementAbi } from "../../../lib/abi/settlement.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { replaceAssignments } from "../../../lib/db/settlement.ts";
import { savePreparedEpoch, unknownEpochs } from "../../../lib/db/settlementFiles.ts";
import { buildSumTree, type Leaf } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";

const hash = z.custom<Hex>((value) => /^0x[0-9a-f]{64}$/.test(String(value)), "is no hash");
const file = z.object({ cid: z.string() });
const manifestSchema = z.object({ files: z.object({ receipts: file, shares: file, leaves: file }) });
const receiptSchema = z.object({ id: hash });
const leafSchema = z.object({ payee: hash, amount: z.string().regex(/^\d+$/).transform(BigInt) });

/**
 * Takes posted epochs that this database does not know, after it was restored or lost, from their public files: which receipts they
 * distributed, so that none is drawn for again, and the leaves that the next epoch builds on. What receipts this database has not are
 * passed over; should their epoch be rejected after all, their parts are the treasury's.
 * @throws Error when a file is not in the store, or is not what was posted.
 */
export async function restoreEpochs(context: WorkerContext, last: number, log: Log): Promise<void> {
  const missing = await unknownEpochs(context.sql, last);
  if (missing.length === 0) return;
  const { contracts, startBlock } = context.deployment;
  const posts = await publicClient().getContractEvents({
    ...{ address: contracts.settlement, abi: settlementAbi, eventName: "Posted" },
    ...{ fromBlock: BigInt(startBlock), strict: true },
  });
  for (const id of missing) {
    const post = posts.findLast(({ args }) => args.id === BigInt(id));
    if (!post) throw new Error(`the chain shows no post of epoch ${id}; try again in a moment`);
    const receipts = await restore(context, id, post.args).catch((error: Error) => {
      throw new Error(`epoch ${id} is not in this database, and not to be had from its files: ${error.message}`);
    });
    log(`epoch ${id}: restored from its files, ${receipts} receipts`);
  }
}

async function restore(
  { sql, store }: WorkerContext,
  id: number,
  { root, dataHash, cid }: { root: Hex; dataHash: Hex; cid: string },
): Promise<number> {
  const bytes = await store.get(cid);
  if (keccak256(bytes) !== dataHash) throw new Error(`the manifest ${cid} is not the one that was posted`);
  const { files } = manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const receipts = linesOf(receiptSchema, await store.get(files.receipts.cid));
  const leaves: Leaf[] = linesOf(leafSchema, await store.get(files.leaves.cid));
  if (buildSumTree(leaves).root !== root) throw new Error("its leaves do not make up the posted root");
  await replaceAssignments(
    sql,
    id,
    receipts.map((receipt) => receipt.id),
  );
  const cids = { receiptsCid: files.receipts.cid, sharesCid: files.shares.cid, leavesCid: files.leaves.cid };
  await savePreparedEpoch(sql, { id, manifestCid: cid, dataHash, ...cids }, leaves);
  return receipts.length;
}

function linesOf<T>(schema: z.ZodType<T>, bytes: Uint8Array): T[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.filter((line) => line !== "").map((line) => schema.parse(JSON.parse(line)));
}
