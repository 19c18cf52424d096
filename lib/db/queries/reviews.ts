import type { Sql } from "../client.ts";
import { contentOf } from "../contentOf.ts";

export type Review = {
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

export async function reviewsOfContribution(sql: Sql, contribution: bigint): Promise<Review[]> {
  return sql<Review[]>`
    select r.validator, d.body->>'name' as validator_name, r.accept, r.score, r.reason_hash, coalesce(w.text, g.reason) as reason,
      r.at, r.tx
    from indexer.review r
    left join worker.review_reason w on w.hash = r.reason_hash
    left join gateway.review_vote g
      on g.contribution = r.contribution and g.validator = r.validator and g.reason_hash = r.reason_hash
        and g.accept = r.accept and g.score = r.score
    left join indexer.asset a on a.id = r.validator
    left join worker.document d on d.uri = a.uri
    where r.contribution = ${contribution} order by r.validator`;
}

export type Decision = {
  contribution: bigint;
  title: string | null;
  status: string;
  accepts: number;
  rejects: number;
  /** Mean of the scores given, 0..10,000. */
  score: number;
  /** The reasons on record, each once. */
  reasons: string[];
  at: number;
};

/** Reviewed contributions of a datanet with what their reviewers said together, newest first. */
export async function decisionsOfDatanet(
  sql: Sql,
  datanet: bigint,
  page: { limit: number; offset: number },
): Promise<{ rows: Decision[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    sql<Decision[]>`
      select r.contribution, t.title, c.status, count(*) filter (where r.accept)::int as accepts,
        count(*) filter (where not r.accept)::int as rejects, floor(avg(r.score))::int as score, max(r.at) as at,
        coalesce(array_agg(distinct w.text) filter (where w.text is not null), '{}') as reasons
      from indexer.review r join indexer.contribution c on c.id = r.contribution
      ${contentOf(sql)}
      left join worker.review_reason w on w.hash = r.reason_hash
      where c.datanet = ${datanet} group by r.contribution, t.title, c.status
      order by at desc, r.contribution desc limit ${page.limit} offset ${page.offset}`,
    sql<{ total: number }[]>`
      select count(distinct r.contribution)::int as total from indexer.review r
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
