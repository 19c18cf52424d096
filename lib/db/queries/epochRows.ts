import type { Sql } from "../client.ts";

/** One row of the list of epochs. Amounts in wei. */
export type EpochRow = {
  id: bigint;
  /** As the index has it: sealed | posted | disputed | rejected. */
  state: string;
  /** Cumulative. */
  sealedTotal: bigint;
  sealedAt: number;
  sealTx: string;
  root: string | null;
  /** Cumulative, as posted. */
  total: bigint | null;
  attributor: bigint | null;
  attributorName: string | null;
  dataHash: string | null;
  cid: string | null;
  postedAt: number | null;
  readyAt: number | null;
  postTx: string | null;
  /** What this epoch distributes beyond the newest before it that was not rejected. */
  added: bigint;
  answers: number;
  /** What this server's watcher found when it redid the posted root; null while it has not. */
  verdict: "equal" | "different" | "unavailable" | null;
  verdictSentence: string | null;
  /** Files of the epoch; null where they are not on record here. */
  manifestCid: string | null;
  receiptsCid: string | null;
  sharesCid: string | null;
  leavesCid: string | null;
};

const columns = (sql: Sql) => sql`
  select e.id, e.state, e.sealed_total, e.sealed_at, e.seal_tx, e.root, e.total, e.attributor,
    d.body->>'name' as attributor_name, e.data_hash, e.cid, e.posted_at, e.ready_at, e.post_tx,
    e.sealed_total - coalesce(max(e.sealed_total) filter (where e.state <> 'rejected') over before, 0) as added,
    (select count(*)::int from worker.epoch_receipt r where r.epoch = e.id) as answers,
    v.verdict, v.sentence as verdict_sentence, w.manifest_cid, w.receipts_cid, w.shares_cid, w.leaves_cid
  from indexer.epoch e
  left join indexer.asset a on a.id = e.attributor
  left join worker.document d on d.uri = a.uri
  left join worker.verdict v on v.epoch = e.id and v.root = e.root
  left join worker.epoch w on w.id = e.id
  window before as (order by e.id rows between unbounded preceding and 1 preceding)`;

export async function listEpochs(
  sql: Sql,
  page: { limit: number; offset: number },
): Promise<{ rows: EpochRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    sql<EpochRow[]>`
      select * from (${columns(sql)}) e order by id desc limit ${page.limit} offset ${page.offset}`,
    sql<{ total: number }[]>`select count(*)::int as total from indexer.epoch`,
  ]);
  return { rows, total: count?.total ?? 0 };
}

export async function epochRow(sql: Sql, id: bigint): Promise<EpochRow | null> {
  const [row] = await sql<EpochRow[]>`select * from (${columns(sql)}) e where id = ${id.toString()}`;
  return row ?? null;
}
