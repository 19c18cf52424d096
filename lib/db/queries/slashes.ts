import { type StakeKind, stakeKindOf } from "../../chain/stakeKinds.ts";
import type { Sql } from "../client.ts";
import { assetOfSql } from "../targetSql.ts";

export type Slash = {
  id: string;
  /** 2^160 + registry id. */
  target: bigint;
  asset: bigint;
  kind: StakeKind;
  name: string | null;
  /** Wei taken from the whole pool: half went to `to`, half was burnt. */
  amount: bigint;
  to: string;
  at: number;
  tx: string;
  /** The case that ruled it; null for a proof against a malformed root. */
  caseId: bigint | null;
};

export type OwnSlash = Slash & {
  /** Wei the account's shares were worth just before and just after. */
  before: bigint;
  after: bigint;
};

type Stored<T> = Omit<T, "kind"> & { kind: number };
const named = <T extends { kind: StakeKind }>(rows: Stored<T>[]) =>
  rows.map((row) => ({ ...row, kind: stakeKindOf(row.kind) })) as unknown as T[];

const columns = (sql: Sql) => sql`
  x.id, x.target, a.id as asset, a.kind, d.body->>'name' as name, x.amount, x.to, x.at, x.tx,
  (select c.id from indexer.court_case c where c.rule_tx = x.tx limit 1) as case_id`;

const joins = (sql: Sql) => sql`
  join indexer.asset a on a.id = ${assetOfSql(sql, "x.target")}
  left join worker.document d on d.uri = a.uri`;

/** What was taken from a pool, newest first. */
export async function slashesOfTarget(sql: Sql, target: bigint): Promise<Slash[]> {
  return named<Slash>(
    await sql<Stored<Slash>[]>`
      select ${columns(sql)} from indexer.slash x ${joins(sql)}
      where x.target = ${target.toString()} order by x.block desc, x.log_index desc`,
  );
}

/**
 * What slashes took from an account's stake, newest first. Replays each pool up to the slash, with the contract's own rounding: thawing shares
 * are in it, so what was taken while they thawed is here too.
 */
export async function slashesOf(sql: Sql, who: string): Promise<OwnSlash[]> {
  return named<OwnSlash>(
    await sql<Stored<OwnSlash>[]>`
      with mine as (
        select x.*, (${sharesBefore(sql, sql`and e.who = ${who.toLowerCase()}`)}) as own,
          (${sharesBefore(sql, sql``)}) as all_shares,
          (select coalesce(sum(case e.kind when 'staked' then e.amount when 'withdrawn' then -e.amount end), 0)
            from indexer.stake_event e where ${earlier(sql)})
          - (select coalesce(sum(y.amount), 0) from indexer.slash y
              where y.target = x.target and (y.block, y.log_index) < (x.block, x.log_index)) as tokens
        from indexer.slash x
        where x.target in (select target from indexer.position where who = ${who.toLowerCase()})
      )
      select ${columns(sql)}, div(x.own * x.tokens, x.all_shares) as before,
        div(x.own * (x.tokens - x.amount), x.all_shares) as after
      from mine x ${joins(sql)}
      where x.own > 0 order by x.block desc, x.log_index desc`,
  );
}

/** Of the events before the slash `x`. */
const earlier = (sql: Sql) => sql`e.target = x.target and (e.block, e.log_index) < (x.block, x.log_index)`;

/** Shares that were there when the slash `x` came. */
const sharesBefore = (sql: Sql, whose: ReturnType<Sql>) => sql`
  select coalesce(sum(case e.kind when 'staked' then e.shares when 'withdrawn' then -e.shares end), 0)
  from indexer.stake_event e where ${earlier(sql)} ${whose}`;
