import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";
import { targetSql } from "../targetSql.ts";
import { newestChainTime } from "./clock.ts";

/** Kinds that people stake on, in the order they are offered. */
export const stakeKinds = ["datanet", "model", "provider", "validator", "attributor"] as const;
export type StakeKind = (typeof stakeKinds)[number];

export type StakeTarget = {
  /** Registry id. */
  id: bigint;
  /** 2^160 + registry id. */
  target: bigint;
  kind: StakeKind;
  name: string | null;
  owner: string;
  /** Wei staked, thawing included: all of it can be slashed. */
  tokens: bigint;
  stakers: number;
  /** Wei of OPEN that came to the pool in the last 30 days of chain time. */
  rewarded: bigint;
};

const WINDOW = 30 * 86_400;

const kinds = stakeKinds.map((kind) => assetKind[kind]);

/** A kind's name by the number the index holds. */
export const stakeKindOf = (kind: number): StakeKind => stakeKinds.find((name) => assetKind[name] === kind)!;

/** What can be staked on, the largest pool first. @param open OPEN's address: rewards in the other token are another matter */
export async function listStakeTargets(
  sql: Sql,
  { kind, open }: { kind?: StakeKind; open: string },
): Promise<StakeTarget[]> {
  const now = await newestChainTime(sql);
  const rows = await sql<(Omit<StakeTarget, "kind"> & { kind: number })[]>`
    select a.id, ${targetSql(sql, "a.id")} as target, a.kind, d.body->>'name' as name, a.owner,
      coalesce(p.tokens, 0) as tokens, coalesce(s.stakers, 0) as stakers, coalesce(r.rewarded, 0) as rewarded
    from indexer.asset a
    left join worker.document d on d.uri = a.uri
    left join indexer.pool p on p.target = ${targetSql(sql, "a.id")}
    left join (
      select target, count(*)::int as stakers from indexer.position where shares + thawing > 0 group by target
    ) s on s.target = p.target
    left join (
      select target, sum(amount) as rewarded from indexer.reward
      where token = ${open.toLowerCase()} and at > ${now - WINDOW} group by target
    ) r on r.target = p.target
    where a.kind = any(${sql.array(kind ? [assetKind[kind]] : kinds)}::int[]) and a.id <> 1
    order by tokens desc, a.id limit 500`;
  return rows.map((row) => ({ ...row, kind: stakeKindOf(row.kind) }));
}
