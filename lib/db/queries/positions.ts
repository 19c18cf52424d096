import { type StakeKind, stakeKindOf } from "../../chain/stakeKinds.ts";
import type { Sql } from "../client.ts";
import { poolFromFeesSql } from "../poolFromFeesSql.ts";
import { assetOfSql } from "../targetSql.ts";

export type Position = {
  /** 2^160 + registry id. */
  target: bigint;
  id: bigint;
  kind: StakeKind;
  name: string | null;
  /** That earn and vote. */
  shares: bigint;
  /** On their way out. */
  thawing: bigint;
  /** When those can be taken out, unix seconds; null while nothing thaws. */
  thawsAt: number | null;
  /** Of the pool. */
  poolTokens: bigint;
  poolShares: bigint;
  /** Wei put in and taken out, all time. */
  staked: bigint;
  withdrawn: bigint;
  /** Wei of OPEN paid out as rewards. */
  paid: bigint;
  /** Wei of OPEN that ever came to the pool, and the part of it that is on record as fees; null where no record says so. */
  poolRewarded: bigint;
  poolFromFees: bigint | null;
};

/** Everything an account has, or had, staked; what is still there first. @param open OPEN's address */
export async function positionsOf(sql: Sql, who: string, open: string): Promise<Position[]> {
  const rows = await sql<(Omit<Position, "kind"> & { kind: number })[]>`
    select s.target, a.id, a.kind, d.body->>'name' as name, s.shares, s.thawing, s.thaws_at,
      p.tokens as pool_tokens, p.shares as pool_shares,
      (select coalesce(sum(e.amount), 0) from indexer.stake_event e
        where e.target = s.target and e.who = s.who and e.kind = 'staked') as staked,
      (select coalesce(sum(e.amount), 0) from indexer.stake_event e
        where e.target = s.target and e.who = s.who and e.kind = 'withdrawn') as withdrawn,
      (select coalesce(sum(r.amount), 0) from indexer.reward_paid r
        where r.target = s.target and r.who = s.who and r.token = ${open.toLowerCase()}) as paid,
      (select coalesce(sum(r.amount), 0) from indexer.reward r
        where r.target = s.target and r.token = ${open.toLowerCase()}) as pool_rewarded,
      ${poolFromFeesSql(sql)} as pool_from_fees
    from indexer.position s
    join indexer.pool p on p.target = s.target
    join indexer.asset a on a.id = ${assetOfSql(sql, "s.target")}
    left join worker.document d on d.uri = a.uri
    where s.who = ${who.toLowerCase()}
    order by s.shares + s.thawing = 0, p.tokens desc, a.id`;
  return rows.map((row) => ({ ...row, kind: stakeKindOf(row.kind) }));
}
