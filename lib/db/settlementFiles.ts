import type { Address, Hex } from "viem";
import { METHOD } from "../attribution/index.ts";
import type { ReceiptRecord, ShareRecord } from "../ledger/epochFiles.ts";
import type { Split } from "../ledger/splitFee.ts";
import type { Leaf } from "../ledger/sumTree.ts";
import type { Sql } from "./client.ts";
import type { Executor } from "./worker/executor.ts";

export interface PreparedEpoch {
  id: number;
  manifestCid: string;
  dataHash: Hex;
  receiptsCid: string;
  sharesCid: string;
  leavesCid: string;
  /** The block it was prepared at; null when it was read from its files. */
  snapshotBlock: bigint | null;
  snapshotHash: Hex | null;
}

const LEAVES_PER_INSERT = 5000;

/** What each payee earned from the receipts of the epochs in (after, upTo], in wei. */
export async function payoutsOfEpochs(sql: Executor, after: number, upTo: number): Promise<Leaf[]> {
  return sql<Leaf[]>`
    select p.payee, sum(p.amount) as amount from worker.epoch_receipt e join worker.payout p on p.receipt = e.receipt
    where e.epoch > ${after} and e.epoch <= ${upTo} group by p.payee`;
}

/** @param gateway the account that signed the receipts. */
export async function receiptRecords(
  sql: Executor,
  after: number,
  upTo: number,
  gateway: Address,
): Promise<ReceiptRecord[]> {
  type Row = Omit<ReceiptRecord, "gateway" | "servedAt" | "payees" | "split" | "method" | "passages"> & {
    servedAt: number;
    split: Split;
    owner: Hex | null;
    providerPayee: Hex | null;
    method: string;
    passages: ReceiptRecord["passages"] | null;
  };
  const rows = await sql<Row[]>`
    select r.id, r.payer, r.model, r.version, r.provider, r.fee, r.request_hash, r.response_hash,
      a.result_hash as attribution_hash, r.served_at, a.signature, a.split, o.payee as owner, p.payee as provider_payee,
      a.method, case when r.visibility = 'public' then r.passages end as passages
    from worker.epoch_receipt e join gateway.receipt r on r.id = e.receipt join worker.attribution a on a.receipt = r.id
    left join worker.payout o on o.receipt = r.id and o.role = 'owner'
    left join worker.payout p on p.receipt = r.id and p.role = 'provider'
    where e.epoch > ${after} and e.epoch <= ${upTo} order by r.id`;
  // The order of keys is the file's.
  return rows.map(
    ({ id, payer, model, version, provider, fee, requestHash, responseHash, attributionHash, ...row }) => ({
      ...{ id, payer, gateway, model, version, provider, fee, requestHash, responseHash, attributionHash },
      servedAt: BigInt(row.servedAt),
      signature: row.signature,
      split: splitRecord(row.split),
      payees: { owner: row.owner, provider: row.providerPayee },
      ...(row.method !== METHOD && { method: row.method }),
      ...(row.passages && { passages: row.passages }),
    }),
  );
}

export async function shareRecords(sql: Executor, after: number, upTo: number): Promise<ShareRecord[]> {
  const rows = await sql<ShareRecord[]>`
    select s.receipt, s.contribution, s.payee, s.share, s.amount, s.channel
    from worker.epoch_receipt e join worker.share s on s.receipt = e.receipt
    where e.epoch > ${after} and e.epoch <= ${upTo} order by s.receipt, s.contribution, s.channel desc`;
  return rows.map(({ receipt, contribution, payee, share, amount, channel }) => ({
    ...{ receipt, contribution, payee, share, amount },
    ...(channel !== "exact" && { channel }),
  }));
}

/** Leaves in tree order; empty when the epoch was never prepared. */
export async function leavesOfEpoch(sql: Executor, epoch: number): Promise<Leaf[]> {
  const rows = await sql<Leaf[]>`select payee, amount from worker.leaf where epoch = ${epoch} order by index`;
  return rows.map(({ payee, amount }) => ({ payee, amount }));
}

export async function preparedEpoch(sql: Executor, id: number): Promise<PreparedEpoch | null> {
  const [row] = await sql<PreparedEpoch[]>`
    select id, manifest_cid, data_hash, receipts_cid, shares_cid, leaves_cid, snapshot_block::numeric as snapshot_block, snapshot_hash
    from worker.epoch where id = ${id}`;
  return row ?? null;
}

/** Hash of the manifest of each epoch that was prepared here. Whether it was that which was posted, the chain must say. */
export async function preparedHashes(sql: Executor): Promise<Map<number, Hex>> {
  const rows = await sql<{ id: number; dataHash: Hex }[]>`select id::int, data_hash from worker.epoch`;
  return new Map(rows.map(({ id, dataHash }) => [id, dataHash]));
}

/** Forgets what was prepared for an epoch whose id another post took. */
export async function forgetPreparedEpoch(sql: Sql, id: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from worker.leaf where epoch = ${id}`;
    await tx`delete from worker.epoch where id = ${id}`;
  });
}

/** Replaces what is kept of an epoch; all or nothing. Only for one that has not been posted, or with what was posted. */
export async function savePreparedEpoch(sql: Sql, epoch: PreparedEpoch, leaves: readonly Leaf[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from worker.leaf where epoch = ${epoch.id}`;
    await tx`delete from worker.epoch where id = ${epoch.id}`;
    await tx`insert into worker.epoch ${tx({ ...epoch, snapshotBlock: epoch.snapshotBlock?.toString() ?? null })}`;
    for (let from = 0; from < leaves.length; from += LEAVES_PER_INSERT) {
      const rows = leaves.slice(from, from + LEAVES_PER_INSERT).map(({ payee, amount }, i) => ({
        epoch: epoch.id,
        index: from + i,
        payee,
        amount: String(amount),
      }));
      await tx`insert into worker.leaf ${tx(rows)}`;
    }
  });
}

// jsonb does not keep the order of keys.
function splitRecord({ provider, owner, contributors, stakers }: Split): Split {
  return { provider, owner, contributors, stakers };
}
