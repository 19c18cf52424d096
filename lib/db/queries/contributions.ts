import { TEXT_ITEMS } from "../../chain/arbiter.ts";
import type { Channel } from "../../ledger/index.ts";
import type { Sql } from "../client.ts";
import { containing } from "../containing.ts";
import { contentOf } from "../contentOf.ts";
import { heldAtSql } from "../heldAtSql.ts";

export const contributionStatuses = ["committed", "revealed", "accepted", "rejected", "expired"] as const;
export type ContributionStatus = (typeof contributionStatuses)[number];

export type ContributionRow = {
  id: bigint;
  datanet: bigint;
  datanetName: string | null;
  /** Zero address for the commons. */
  contributor: string;
  status: ContributionStatus;
  committedAt: number;
  /** Null until revealed and fetched. */
  title: string | null;
  words: number;
  /** Part of it that no earlier contribution held, 0..10,000. */
  noveltyBps: number | null;
  /** Why it must not be accepted. */
  problem: string | null;
  /** Wei from fees, over all answers so far. */
  earned: bigint;
  answers: number;
  /** First version of the datanet that holds it; null until one is published, and where it was taken down before. */
  inVersion: number | null;
  /** By the arbiter: later versions do not hold it. */
  isTakenDown: boolean;
};

export const contributionSorts = ["newest", "oldest", "earned", "words"] as const;

/** Whose contributions: all where neither is given. */
export type ContributionScope = { datanet?: bigint; contributor?: string };

export type ContributionFilter = ContributionScope & {
  status?: ContributionStatus;
  search?: string;
  sort?: (typeof contributionSorts)[number];
  limit: number;
  offset: number;
};

const orders = {
  newest: "c.id desc",
  oldest: "c.id",
  earned: "earned desc, c.id",
  words: "c.words desc, c.id",
} as const;

const columns = (sql: Sql) => sql`
  c.id, c.datanet, d.body->>'name' as datanet_name, c.contributor, c.status, c.committed_at, c.words,
  t.title, 10000 - t.contained_bps as novelty_bps, t.problem,
  coalesce(s.amount, 0) as earned, coalesce(s.answers, 0) as answers,
  (
    select min(v.version) from indexer.asset_version v where v.asset_id = c.datanet and ${heldAtSql(sql, "v")}
  ) as in_version,
  exists (select 1 from indexer.takedown gone where gone.contribution = c.id and gone.item in ${sql(TEXT_ITEMS)}) as is_taken_down`;

const joins = (sql: Sql) => sql`
  from indexer.contribution c
  ${contentOf(sql)}
  left join indexer.asset a on a.id = c.datanet
  left join worker.document d on d.uri = a.uri
  left join (select contribution, sum(amount) as amount, count(distinct receipt)::int as answers from worker.share group by contribution) s
    on s.contribution = c.id`;

const where = (sql: Sql, filter: Omit<ContributionFilter, "limit" | "offset">) => {
  const search = filter.search?.trim();
  return sql`where true
    ${filter.datanet === undefined ? sql`` : sql`and c.datanet = ${filter.datanet}`}
    ${filter.contributor ? sql`and c.contributor = ${filter.contributor.toLowerCase()}` : sql``}
    ${filter.status ? sql`and c.status = ${filter.status}` : sql``}
    ${search ? sql`and (t.title ilike ${containing(search)} or c.contributor = ${search.toLowerCase()} or c.id::text = ${search})` : sql``}`;
};

export async function listContributions(
  sql: Sql,
  filter: ContributionFilter,
): Promise<{ rows: ContributionRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    sql<ContributionRow[]>`
      select ${columns(sql)} ${joins(sql)} ${where(sql, filter)}
      order by ${sql.unsafe(orders[filter.sort ?? "newest"])} limit ${filter.limit} offset ${filter.offset}`,
    sql<{ total: number }[]>`select count(*)::int as total ${joins(sql)} ${where(sql, filter)}`,
  ]);
  return { rows, total: count?.total ?? 0 };
}

/** How many contributions of a datanet or of a contributor are in each status; absent statuses are 0. */
export async function contributionCounts(
  sql: Sql,
  scope: ContributionScope,
): Promise<Record<ContributionStatus, number>> {
  const rows = await sql<{ status: ContributionStatus; count: number }[]>`
    select c.status, count(*)::int as count ${joins(sql)} ${where(sql, scope)} group by c.status`;
  const counts = { committed: 0, revealed: 0, accepted: 0, rejected: 0, expired: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}

export type Contribution = ContributionRow & {
  bond: bigint;
  root: string | null;
  items: number | null;
  uri: string | null;
  cid: string | null;
  bytes: number | null;
  mediaType: string | null;
  source: string | null;
  acceptStake: bigint | null;
  rejectStake: bigint | null;
  revealedAt: number | null;
  finalizedAt: number | null;
  commitTx: string;
  revealTx: string | null;
  finalizeTx: string | null;
};

export async function contributionById(sql: Sql, id: bigint): Promise<Contribution | null> {
  const [row] = await sql<Contribution[]>`
    select ${columns(sql)}, c.bond, c.root, c.items, c.uri, t.cid, t.bytes, t.media_type, doc.body->>'source' as source,
      c.accept_stake, c.reject_stake, c.revealed_at, c.finalized_at, c.commit_tx, c.reveal_tx, c.finalize_tx
    ${joins(sql)} left join worker.document doc on doc.uri = c.uri
    where c.id = ${id}`;
  return row ?? null;
}

export type Use = {
  receipt: string;
  /** Null when the answer is private. */
  question: string | null;
  model: bigint;
  modelName: string | null;
  servedAt: number;
  /** Of scale 1e9. */
  share: number;
  /** Wei. */
  amount: bigint;
  /** The same for what its passages in the prompt explain; 0 where none did. */
  contextShare: number;
  contextAmount: bigint;
};

/** Answers that used a contribution, newest first. */
export async function usesOf(sql: Sql, contribution: bigint, limit: number, offset = 0): Promise<Use[]> {
  const of = (column: "share" | "amount", channel: Channel) => sql`
    coalesce(sum(${sql(column)}) filter (where channel = ${channel}), 0)`;
  return sql<Use[]>`
    select s.*, case when r.visibility = 'public' then r.question end as question, r.model, d.body->>'name' as model_name,
      r.served_at
    from (
      select receipt, ${of("share", "exact")}::int as share, ${of("amount", "exact")} as amount,
        ${of("share", "context")}::int as context_share, ${of("amount", "context")} as context_amount
      from worker.share where contribution = ${contribution} group by receipt
    ) s join gateway.receipt r on r.id = s.receipt
    left join indexer.asset a on a.id = r.model left join worker.document d on d.uri = a.uri
    order by r.served_at desc, r.id limit ${limit} offset ${offset}`;
}
