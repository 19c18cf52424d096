import { assetKind } from "../../chain/assetKind.ts";
import { COMMONS } from "../../chain/commons.ts";
import type { Evaluation } from "../../influence/classifier/evaluate.ts";
import type { Sql } from "../client.ts";
import { containing } from "../containing.ts";
import { chainTimeSql } from "./clock.ts";

export type ModelSummary = {
  id: bigint;
  owner: string;
  version: number;
  registeredAt: number;
  uri: string;
  /** Null until the worker has fetched the document. */
  name: string | null;
  summary: string | null;
  description: string | null;
  method: string | null;
  /** What a classifier finds of its own training texts; null for other methods. */
  evaluation: Evaluation | null;
  licence: string | null;
  contact: string | null;
  /** Wei per 1,000 tokens. */
  perThousandTokens: bigint | null;
  providerBps: number;
  ownerBps: number;
  contributorsBps: number;
  stakersBps: number;
  parents: bigint[];
  answers: number;
  /** Wei paid by callers, all time. */
  fees: bigint;
  /** Mean over its attributed answers, 0..10,000. */
  coverageBps: number | null;
  /** Milliseconds, median over its answers; null without answers. */
  firstTokenP50: number | null;
};

export const modelSorts = ["fees", "answers", "newest", "price", "name"] as const;
export type ModelFilter = { search?: string; datanet?: bigint; sort?: (typeof modelSorts)[number] };

const orders = {
  fees: "fees desc, id",
  answers: "answers desc, id",
  newest: "registered_at desc, id desc",
  price: "per_thousand_tokens asc nulls last, id",
  name: "name asc nulls last, id",
} as const;

const summaries = (sql: Sql) => sql`
  select a.id, a.owner, a.version, a.registered_at, a.uri,
    d.body->>'name' as name, d.body->>'summary' as summary, d.body->>'description' as description,
    d.body->>'method' as method, d.body->'classifier'->'evaluation' as evaluation, d.body->>'licence' as licence, d.body->>'contact' as contact,
    (d.body->'price'->>'perThousandTokens')::numeric as per_thousand_tokens,
    s.provider_bps, s.owner_bps, s.contributors_bps, s.stakers_bps, coalesce(v.parents, '{}') as parents,
    coalesce(r.answers, 0) as answers, coalesce(r.fees, 0) as fees, r.coverage_bps, r.first_token_p50
  from indexer.asset a
  left join indexer.asset_version v on v.asset_id = a.id and v.version = a.version
  left join worker.document d on d.uri = a.uri
  left join lateral (
    -- The split in force: an announced one holds after its notice.
    select s.provider_bps, s.owner_bps, s.contributors_bps, s.stakers_bps from indexer.asset_split s
    where s.asset_id = a.id and s.split_from <= greatest(a.registered_at, ${chainTimeSql(sql)})
    order by s.split_from desc limit 1
  ) s on true
  left join (
    select r.model, count(*)::int as answers, sum(r.fee) as fees, floor(avg(t.coverage_bps))::int as coverage_bps,
      (percentile_cont(0.5) within group (order by r.first_token_ms))::int as first_token_p50
    from gateway.receipt r left join worker.attribution t on t.receipt = r.id group by r.model
  ) r on r.model = a.id
  where a.kind = ${assetKind.model}`;

export async function listModels(sql: Sql, filter: ModelFilter = {}): Promise<ModelSummary[]> {
  const search = filter.search?.trim();
  return sql<ModelSummary[]>`
    select * from (${summaries(sql)}) model where true
      ${search ? sql`and concat_ws(' ', name, summary, id::text) ilike ${containing(search)}` : sql``}
      ${filter.datanet === undefined ? sql`` : sql`and ${filter.datanet}::numeric = any(parents)`}
    order by ${sql.unsafe(orders[filter.sort ?? "fees"])}`;
}

export async function modelById(sql: Sql, id: bigint): Promise<ModelSummary | null> {
  const [row] = await sql<ModelSummary[]>`select * from (${summaries(sql)}) model where id = ${id}`;
  return row ?? null;
}

export type ModelVersion = { version: number; contentHash: string; publishedAt: number; tx: string; answers: number };

/** Newest first. */
export async function modelVersions(sql: Sql, id: bigint): Promise<ModelVersion[]> {
  return sql<ModelVersion[]>`
    select v.version, v.content_hash, v.published_at, v.tx,
      (select count(*)::int from gateway.receipt r where r.model = v.asset_id and r.version = v.version) as answers
    from indexer.asset_version v where v.asset_id = ${id} order by v.version desc`;
}

export type LineageParent = {
  datanet: bigint;
  name: string | null;
  licence: string | null;
  /** Datanet version that was newest when the model version was published. */
  version: number;
  contentHash: string;
  contributions: number;
};

/** The datanet versions a model version was made from, plus the commons, which precedes every ledger. */
export async function lineageOf(sql: Sql, model: bigint, version: number): Promise<LineageParent[]> {
  const commons = String(COMMONS);
  return sql<LineageParent[]>`
    with child as (select * from indexer.asset_version where asset_id = ${model} and version = ${version}),
    parent as (select unnest(parents) as datanet from child union select ${commons}::numeric)
    select p.datanet, d.body->>'name' as name, d.body->>'licence' as licence, v.version, v.content_hash,
      (select count(*)::int from indexer.contribution c
        where c.datanet = p.datanet and c.status = 'accepted' and (c.finalized_block, c.finalized_log_index) <
          case when p.datanet = ${commons} then (child.block, child.log_index) else (v.block, v.log_index) end) as contributions
    from parent p cross join child
    join lateral (
      select * from indexer.asset_version v
      where v.asset_id = p.datanet and (v.block, v.log_index) < (child.block, child.log_index)
      order by v.version desc limit 1
    ) v on true
    left join worker.document d on d.uri = v.uri
    order by p.datanet = ${commons}, p.datanet`;
}
