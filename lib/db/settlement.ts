import type { Address, Hex } from "viem";
import { assetKind } from "../chain/assetKind.ts";
import type { Sql } from "./client.ts";
import { targetSql } from "./targetSql.ts";
import type { Executor } from "./worker/executor.ts";

// Which epoch distributes which receipt. A receipt is assigned before its fee is collected; what is still to be drawn from a payer is
// then the sum of its fees assigned since the last seal less what the escrow says was drawn since, so that no crash can collect twice.

export type AssignableReceipt = {
  id: Hex;
  payer: Address;
  /** Wei. */
  fee: bigint;
};

/** Attributed receipts served before a chain time (unix seconds) that no epoch has, oldest first. */
export async function dueReceipts(sql: Executor, before: number): Promise<AssignableReceipt[]> {
  return sql<AssignableReceipt[]>`
    select r.id, r.payer, r.fee from worker.attribution a join gateway.receipt r on r.id = a.receipt
    where not a.is_assigned and r.served_at < ${before} order by r.served_at, r.id`;
}

/** Receipts served before a chain time whose attribution is to come; those that failed for a minute are not waited for. */
export async function awaitedTraces(sql: Executor, before: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from gateway.receipt r left join worker.attribution a on a.receipt = r.id
    where a.receipt is null and r.served_at < ${before} and r.created_at > now() - interval '1 minute'`;
  return row!.count;
}

/** Receipts of the epochs in (after, upTo]. */
export async function assignedReceipts(sql: Executor, after: number, upTo: number): Promise<AssignableReceipt[]> {
  return sql<AssignableReceipt[]>`
    select r.id, r.payer, r.fee from worker.epoch_receipt e join gateway.receipt r on r.id = e.receipt
    where e.epoch > ${after} and e.epoch <= ${upTo} order by r.served_at, r.id`;
}

export async function assignReceipts(sql: Executor, epoch: number, receipts: readonly Hex[]): Promise<void> {
  await sql`
    insert into worker.epoch_receipt (receipt, epoch) select id, ${epoch} from unnest(${sql.array([...receipts])}::text[]) as id
    on conflict do nothing`;
}

/** Makes receipts of an epoch that is not posted due again. */
export async function unassignReceipts(sql: Executor, epoch: number, receipts: readonly Hex[]): Promise<void> {
  await sql`delete from worker.epoch_receipt where epoch = ${epoch} and receipt = any(${sql.array([...receipts])}::text[])`;
}

/** Makes the receipts of an epoch those that were posted with it; of these, what is not in this database is passed over. */
export async function replaceAssignments(sql: Sql, epoch: number, receipts: readonly Hex[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from worker.epoch_receipt where epoch = ${epoch}`;
    await tx`
      insert into worker.epoch_receipt (receipt, epoch)
      select id, ${epoch} from gateway.receipt where id = any(${tx.array([...receipts])}::text[])
      on conflict (receipt) do update set epoch = excluded.epoch`;
  });
}

/** Fees of all receipts that are assigned to epochs after this one, in wei, per payer (lower case). */
export async function assignedFees(
  sql: Executor,
  payers: readonly string[],
  after: number,
): Promise<Map<string, bigint>> {
  const rows = await sql<{ payer: string; fees: bigint }[]>`
    select r.payer, sum(r.fee) as fees from worker.epoch_receipt e join gateway.receipt r on r.id = e.receipt
    where e.epoch > ${after} and r.payer = any(${sql.array([...payers])}::text[]) group by r.payer`;
  return new Map(rows.map((row) => [row.payer, row.fees]));
}

export type StoredVoucher = { payer: Address; limit: bigint; signature: Hex };

/** The highest voucher of each payer. */
export async function vouchersOf(sql: Executor, payers: readonly string[]): Promise<Map<string, StoredVoucher>> {
  const rows = await sql<StoredVoucher[]>`
    select payer, spend_limit as limit, signature from gateway.voucher where payer = any(${sql.array([...payers])}::text[])`;
  return new Map(rows.map((row) => [row.payer, row]));
}

/** Attributors looked at of one account. Anybody can give it more, but of those with a bond few. */
const MOST_ATTRIBUTORS = 20;

/** Registry ids of the attributors that an account (lower case) owns, as the index shows them; those with the largest bonds if there are many. */
export async function attributorsOf(sql: Executor, owner: string): Promise<bigint[]> {
  const rows = await sql<{ id: bigint }[]>`
    select a.id from indexer.asset a left join indexer.pool p on p.target = ${targetSql(sql, "a.id")}
    where a.kind = ${assetKind.attributor} and a.owner = ${owner}
    order by p.bonded desc nulls last, a.id limit ${MOST_ATTRIBUTORS}`;
  return rows.map(({ id }) => id);
}
