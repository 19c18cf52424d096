import type { Sql } from "../client.ts";

export type OverviewFigures = {
  answers: number;
  payers: number;
  /** Wei, as are all amounts. */
  fees: bigint;
  toContributors: bigint;
  contributors: number;
  /** The contributors' part of fees whose attribution is done. */
  pool: bigint;
  /** What of the pool matched nothing and went to the treasury. */
  unattributed: bigint;
  /** Answers whose attribution is still to come; they are in `answers` and `fees` only. */
  pending: number;
  /** Fees of the payer who paid most. */
  largestPayer: bigint;
};

/** @param since chain time in unix seconds: answers served from then on */
export async function overviewFigures(sql: Sql, since: number): Promise<OverviewFigures> {
  const [row] = await sql<OverviewFigures[]>`
    with served as (
      select r.id, r.payer, r.fee, a.receipt is not null as traced,
        coalesce(div(r.fee * (a.split->>'contributors')::int, 10000), 0) as pool
      from gateway.receipt r left join worker.attribution a on a.receipt = r.id
      where r.served_at >= ${since}
    ), paid as (
      select sum(p.amount) as amount, count(distinct p.payee)::int as contributors
      from worker.payout p join served s on s.id = p.receipt where p.role = 'contributor'
    )
    select count(*)::int as answers, count(distinct payer)::int as payers, coalesce(sum(fee), 0) as fees,
      coalesce((select amount from paid), 0) as to_contributors, (select contributors from paid) as contributors,
      coalesce(sum(pool), 0) as pool, coalesce(sum(pool), 0) - coalesce((select amount from paid), 0) as unattributed,
      count(*) filter (where not traced)::int as pending,
      coalesce((select max(fee) from (select sum(fee) as fee from served group by payer) by_payer), 0) as largest_payer
    from served`;
  return row!;
}
