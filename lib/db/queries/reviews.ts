import type { Sql } from "../client.ts";

export type Review = {
  contribution: bigint;
  contributionTitle: string | null;
  status: string;
  validator: bigint;
  validatorName: string | null;
  accept: boolean;
  /** 0..10,000. */
  score: number;
  /** keccak256 of the public reason text. */
  reasonHash: string;
  /** Null when the text behind the hash is not on record here. */
  reason: string | null;
  at: number;
  tx: string;
};

const reviews = (sql: Sql) => sql`
  select r.contribution, t.title as contribution_title, c.status, r.validator, d.body->>'name' as validator_name,
    r.accept, r.score, r.reason_hash, w.text as reason, r.at, r.tx
  from indexer.review r
  join indexer.contribution c on c.id = r.contribution
  left join worker.content t on t.contribution = r.contribution
  left join worker.review_reason w on w.hash = r.reason_hash
  left join indexer.asset a on a.id = r.validator
  left join worker.document d on d.uri = a.uri`;

export async function reviewsOfContribution(sql: Sql, contribution: bigint): Promise<Review[]> {
  return sql<Review[]>`${reviews(sql)} where r.contribution = ${contribution} order by r.validator`;
}

/** Newest first. */
export async function reviewsOfDatanet(
  sql: Sql,
  datanet: bigint,
  page: { limit: number; offset: number },
): Promise<{ rows: Review[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    sql<Review[]>`${reviews(sql)} where c.datanet = ${datanet}
      order by r.at desc, r.contribution desc, r.validator limit ${page.limit} offset ${page.offset}`,
    sql<{ total: number }[]>`select count(*)::int as total from indexer.review r
      join indexer.contribution c on c.id = r.contribution where c.datanet = ${datanet}`,
  ]);
  return { rows, total: count?.total ?? 0 };
}

export type ReviewerRecord = {
  validator: bigint;
  validatorName: string | null;
  reviews: number;
  accepted: number;
  /** Reviews that said what was finally decided. */
  agreed: number;
  /** OPEN staked on the validator now, wei. */
  stake: bigint;
};

/** Validators who reviewed contributions of a datanet, most active first. */
export async function reviewersOfDatanet(sql: Sql, datanet: bigint): Promise<ReviewerRecord[]> {
  return sql<ReviewerRecord[]>`
    select r.validator, d.body->>'name' as validator_name, count(*)::int as reviews,
      count(*) filter (where r.accept)::int as accepted,
      count(*) filter (where r.accept = (c.status = 'accepted'))::int as agreed,
      coalesce(max(p.tokens), 0) as stake
    from indexer.review r join indexer.contribution c on c.id = r.contribution
    left join indexer.asset a on a.id = r.validator
    left join worker.document d on d.uri = a.uri
    left join indexer.pool p on p.target = 1461501637330902918203684832716283019655932542976::numeric + r.validator
    where c.datanet = ${datanet} group by r.validator, d.body->>'name' order by reviews desc, r.validator`;
}
