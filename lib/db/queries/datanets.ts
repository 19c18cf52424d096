import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";
import { containing } from "../containing.ts";
import { contentOf } from "../contentOf.ts";
import { heldAtSql } from "../heldAtSql.ts";

export const datanetSorts = ["paid", "contributions", "words", "newest", "name"] as const;
export type DatanetSort = (typeof datanetSorts)[number];

export type DatanetFilter = { search?: string; licence?: string; sort?: DatanetSort };

export type DatanetSummary = {
  id: bigint;
  owner: string;
  version: number;
  registeredAt: number;
  uri: string;
  /** Null until the worker has fetched the document. */
  name: string | null;
  summary: string | null;
  licence: string | null;
  tags: string[] | null;
  dataType: string | null;
  contributions: number;
  accepted: number;
  pending: number;
  rejected: number;
  contributors: number;
  /** Words of accepted contributions. */
  words: number;
  /** Part of the accepted words that no earlier contribution held, 0..10,000; null when unknown. */
  noveltyBps: number | null;
  /** Wei from fees. */
  paid: bigint;
  answers: number;
};

const orders = {
  paid: "paid desc, id",
  contributions: "accepted desc, id",
  words: "words desc, id",
  newest: "registered_at desc, id desc",
  name: "name asc nulls last, id",
} as const;

const summaries = (sql: Sql) => sql`
  select a.id, a.owner, a.version, a.registered_at, a.uri,
    d.body->>'name' as name, d.body->>'summary' as summary, d.body->>'licence' as licence,
    d.body->>'dataType' as data_type, d.body->>'description' as description, d.body->>'contact' as contact,
    case when jsonb_typeof(d.body->'tags') = 'array' then array(select jsonb_array_elements_text(d.body->'tags')) end as tags,
    coalesce(c.contributions, 0) as contributions, coalesce(c.accepted, 0) as accepted,
    coalesce(c.pending, 0) as pending, coalesce(c.rejected, 0) as rejected,
    coalesce(c.contributors, 0) as contributors, coalesce(c.words, 0) as words, c.novelty_bps,
    coalesce(s.paid, 0) as paid, coalesce(s.answers, 0) as answers,
    a.tx, p.min_reviews, p.direct
  from indexer.asset a
  left join worker.document d on d.uri = a.uri
  left join indexer.policy p on p.datanet = a.id
  left join lateral (
    select count(*)::int as contributions,
      count(*) filter (where c.status = 'accepted')::int as accepted,
      count(*) filter (where c.status in ('committed', 'revealed'))::int as pending,
      count(*) filter (where c.status = 'rejected')::int as rejected,
      count(distinct c.contributor) filter (where c.status = 'accepted')::int as contributors,
      coalesce(sum(c.words) filter (where c.status = 'accepted'), 0)::bigint as words,
      (sum((10000 - t.contained_bps) * t.words::bigint) filter (where c.status = 'accepted')
        / nullif(sum(t.words) filter (where c.status = 'accepted' and t.words is not null), 0))::int as novelty_bps
    from indexer.contribution c ${contentOf(sql)}
    where c.datanet = a.id
  ) c on true
  left join (
    select c.datanet, sum(s.amount) as paid, count(distinct s.receipt)::int as answers
    from worker.share s join indexer.contribution c on c.id = s.contribution group by c.datanet
  ) s on s.datanet = a.id
  where a.kind = ${assetKind.datanet}`;

export async function listDatanets(sql: Sql, filter: DatanetFilter = {}): Promise<DatanetSummary[]> {
  const search = filter.search?.trim();
  return sql<DatanetSummary[]>`
    select * from (${summaries(sql)}) datanet
    where true
      ${search ? sql`and concat_ws(' ', name, summary, array_to_string(tags, ' '), id::text) ilike ${containing(search)}` : sql``}
      ${filter.licence ? sql`and licence = ${filter.licence}` : sql``}
    order by ${sql.unsafe(orders[filter.sort ?? "paid"])}`;
}

export type Datanet = DatanetSummary & {
  description: string | null;
  contact: string | null;
  tx: string;
  /** Null: no policy was set. */
  minReviews: number | null;
  direct: boolean | null;
};

export async function datanetById(sql: Sql, id: bigint): Promise<Datanet | null> {
  const [row] = await sql<Datanet[]>`select * from (${summaries(sql)}) datanet where id = ${id}`;
  return row ?? null;
}

export type DatanetVersion = {
  version: number;
  /** Merkle root over the contributions accepted before it and not taken down by then, as published. */
  contentHash: string;
  publishedAt: number;
  tx: string;
  /** Those contributions, in ledger order. */
  entries: { id: number; root: string }[];
};

/** Newest first. */
export async function datanetVersions(sql: Sql, id: bigint): Promise<DatanetVersion[]> {
  return sql<DatanetVersion[]>`
    select v.version, v.content_hash, v.published_at, v.tx, coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'root', c.root) order by c.id) from indexer.contribution c
      where c.datanet = v.asset_id and ${heldAtSql(sql, "v")}), '[]') as entries
    from indexer.asset_version v where v.asset_id = ${id} order by v.version desc`;
}

export async function datanetLicences(sql: Sql): Promise<string[]> {
  const rows = await sql<{ licence: string }[]>`
    select distinct d.body->>'licence' as licence from indexer.asset a join worker.document d on d.uri = a.uri
    where a.kind = ${assetKind.datanet} and d.body->>'licence' is not null order by 1`;
  return rows.map((row) => row.licence);
}
