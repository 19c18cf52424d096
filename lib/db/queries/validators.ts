import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";
import { contentOf } from "../contentOf.ts";
import { targetSql } from "../targetSql.ts";

export type Validator = {
  id: bigint;
  /** 2^160 + registry id. */
  target: bigint;
  owner: string;
  name: string | null;
  contact: string | null;
  registeredAt: number;
  tx: string;
  /** Wei at risk: all that is staked, thawing included. */
  tokens: bigint;
  /** The part that weighs in a verdict: it does not thaw. */
  bonded: bigint;
  reviews: number;
  accepted: number;
  /** Reviews that said what was finally decided. */
  agreed: number;
  /** Verdicts it signed that were carried out. */
  verdicts: number;
  /** How often its pool was slashed, and wei that took. */
  slashes: number;
  slashed: bigint;
};

const columns = (sql: Sql) => sql`
  select a.id, ${targetSql(sql, "a.id")} as target, a.owner, d.body->>'name' as name, d.body->>'contact' as contact,
    a.registered_at, a.tx, coalesce(p.tokens, 0) as tokens, coalesce(p.bonded, 0) as bonded,
    coalesce(r.reviews, 0) as reviews, coalesce(r.accepted, 0) as accepted, coalesce(r.agreed, 0) as agreed,
    (select count(*)::int from indexer.case_vote v where v.validator = a.id) as verdicts,
    coalesce(x.slashes, 0) as slashes, coalesce(x.slashed, 0) as slashed
  from indexer.asset a
  left join worker.document d on d.uri = a.uri
  left join indexer.pool p on p.target = ${targetSql(sql, "a.id")}
  left join (
    select r.validator, count(*)::int as reviews, count(*) filter (where r.accept)::int as accepted,
      count(*) filter (where r.accept = (c.status = 'accepted'))::int as agreed
    from indexer.review r join indexer.contribution c on c.id = r.contribution group by r.validator
  ) r on r.validator = a.id
  left join (select target, count(*)::int as slashes, sum(amount) as slashed from indexer.slash group by target) x
    on x.target = p.target
  where a.kind = ${assetKind.validator}`;

/** All validators, by what they have at risk. */
export const listValidators = async (sql: Sql): Promise<Validator[]> =>
  sql<Validator[]>`select * from (${columns(sql)}) v order by tokens desc, id`;

export async function validatorById(sql: Sql, id: bigint): Promise<Validator | null> {
  const [row] = await sql<Validator[]>`select * from (${columns(sql)}) v where id = ${id.toString()}`;
  return row ?? null;
}

export type GivenReview = {
  contribution: bigint;
  datanet: bigint;
  title: string | null;
  accept: boolean;
  /** 0..10,000. */
  score: number;
  status: string;
  reason: string | null;
  at: number;
};

/** Reviews of a validator that went into a decision, newest first. */
export async function reviewsOfValidator(
  sql: Sql,
  validator: bigint,
  page: { limit: number; offset: number },
): Promise<GivenReview[]> {
  return sql<GivenReview[]>`
    select r.contribution, c.datanet, t.title, r.accept, r.score, c.status, coalesce(w.text, g.reason) as reason, r.at
    from indexer.review r join indexer.contribution c on c.id = r.contribution
    ${contentOf(sql)}
    left join worker.review_reason w on w.hash = r.reason_hash
    left join gateway.review_vote g
      on g.contribution = r.contribution and g.validator = r.validator and g.reason_hash = r.reason_hash
        and g.accept = r.accept and g.score = r.score
    where r.validator = ${validator.toString()}
    order by r.at desc, r.contribution desc limit ${page.limit} offset ${page.offset}`;
}

export type GivenVerdict = {
  caseId: bigint;
  subject: string;
  subjectId: bigint;
  guilty: boolean;
  slashBps: number;
  weight: bigint;
  at: number;
};

/** Verdicts a validator signed that were carried out, newest first. */
export async function verdictsOfValidator(sql: Sql, validator: bigint): Promise<GivenVerdict[]> {
  return sql<GivenVerdict[]>`
    select v.case_id, c.subject, c.subject_id, c.guilty, c.slash_bps, v.weight, v.at
    from indexer.case_vote v join indexer.court_case c on c.id = v.case_id
    where v.validator = ${validator.toString()} order by v.case_id desc limit 100`;
}

export type Staker = { who: string; shares: bigint; thawing: bigint; worth: bigint };

/** Who has staked on a target, the largest first; `worth` in wei, thawing included. */
export async function stakersOf(sql: Sql, target: bigint, limit = 20): Promise<Staker[]> {
  return sql<Staker[]>`
    select s.who, s.shares, s.thawing, div((s.shares + s.thawing) * p.tokens, p.shares) as worth
    from indexer.position s join indexer.pool p on p.target = s.target
    where s.target = ${target.toString()} and s.shares + s.thawing > 0 and p.shares > 0
    order by worth desc, s.who limit ${limit}`;
}
