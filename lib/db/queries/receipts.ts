import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";
import { containing } from "../containing.ts";
import { type EpochState, epochState } from "./epochs.ts";

export type ReceiptRow = {
  id: string;
  payer: string;
  model: bigint;
  modelName: string | null;
  version: number;
  /** Wei. */
  fee: bigint;
  /** Null when the answer is private. */
  question: string | null;
  servedAt: number;
  /** Null while the answer is being attributed. */
  coverageBps: number | null;
  epoch: number | null;
  epochState: EpochState | null;
};

export type ReceiptFilter = {
  model?: bigint;
  payer?: string;
  /** An epoch's id, or `open` for receipts in none yet. */
  epoch?: number | "open";
  search?: string;
  /** Chain time in unix seconds. */
  since?: number;
  limit: number;
  offset: number;
};

const where = (sql: Sql, filter: Omit<ReceiptFilter, "limit" | "offset">) => {
  const search = filter.search?.trim();
  const byId = search !== undefined && /^0x[0-9a-f]{4,64}$/i.test(search);
  return sql`where true
    ${filter.model === undefined ? sql`` : sql`and r.model = ${filter.model}`}
    ${filter.payer ? sql`and r.payer = ${filter.payer.toLowerCase()}` : sql``}
    ${filter.since === undefined ? sql`` : sql`and r.served_at >= ${filter.since}`}
    ${filter.epoch === undefined ? sql`` : filter.epoch === "open" ? sql`and e.epoch is null` : sql`and e.epoch = ${filter.epoch}`}
    ${search ? (byId ? sql`and (r.id like ${`${search.toLowerCase()}%`} or r.payer = ${search.toLowerCase()})` : sql`and r.visibility = 'public' and r.question ilike ${containing(search)}`) : sql``}`;
};

/** Newest first. Questions of private answers are never read. @param now chain time in unix seconds */
export async function listReceipts(
  sql: Sql,
  filter: ReceiptFilter,
  now: number,
): Promise<{ rows: ReceiptRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    sql<(Omit<ReceiptRow, "epochState"> & { state: string | null; readyAt: number | null })[]>`
      select r.id, r.payer, r.model, d.body->>'name' as model_name, r.version, r.fee,
        case when r.visibility = 'public' then r.question end as question, r.served_at,
        t.coverage_bps, e.epoch, i.state, i.ready_at
      from gateway.receipt r
      left join worker.attribution t on t.receipt = r.id
      left join worker.epoch_receipt e on e.receipt = r.id
      left join indexer.epoch i on i.id = e.epoch
      left join indexer.asset a on a.id = r.model left join worker.document d on d.uri = a.uri
      ${where(sql, filter)} order by r.served_at desc, r.created_at desc limit ${filter.limit} offset ${filter.offset}`,
    sql<{ total: number }[]>`
      select count(*)::int as total from gateway.receipt r left join worker.epoch_receipt e on e.receipt = r.id
      ${where(sql, filter)}`,
  ]);
  return {
    rows: rows.map(({ state, readyAt, ...row }) => ({
      ...row,
      epochState: state === null ? null : epochState(state, readyAt, now),
    })),
    total: count?.total ?? 0,
  };
}

/**
 * Questions asked of a model in public whose answers somebody was attributed for, each once, the last asked first.
 */
export async function askedBefore(sql: Sql, model: bigint, limit: number): Promise<string[]> {
  const rows = await sql<{ question: string }[]>`
    select r.question from gateway.receipt r join worker.attribution t on t.receipt = r.id
    where r.model = ${model} and r.visibility = 'public' and r.question is not null and t.coverage_bps > 0
    group by r.question order by max(r.served_at) desc, r.question limit ${limit}`;
  return rows.map((row) => row.question);
}

export type ReceiptFacets = { models: { id: bigint; name: string | null }[]; epochs: number[] };

/** What the receipt list can be filtered by. */
export async function receiptFacets(sql: Sql): Promise<ReceiptFacets> {
  const [models, epochs] = await Promise.all([
    sql<{ id: bigint; name: string | null }[]>`
      select a.id, d.body->>'name' as name from indexer.asset a left join worker.document d on d.uri = a.uri
      where a.kind = ${assetKind.model} order by a.id`,
    sql<{ epoch: number }[]>`select distinct epoch from worker.epoch_receipt order by epoch desc`,
  ]);
  return { models, epochs: epochs.map((row) => row.epoch) };
}
