import { assetKind } from "../../chain/assetKind.ts";
import { COMMONS } from "../../chain/commons.ts";
import { type StakeKind, stakeKindOf, stakeKinds } from "../../chain/stakeKinds.ts";
import { type RewardSources, rewardSources } from "../../economy/rewardSources.ts";
import { bearersSql } from "../bearersSql.ts";
import type { Sql } from "../client.ts";
import { poolFromFeesSql } from "../poolFromFeesSql.ts";
import { targetSql } from "../targetSql.ts";
import { newestChainTime } from "./clock.ts";

export type StakeTarget = {
  /** Registry id. */
  id: bigint;
  /** 2^160 + registry id. */
  target: bigint;
  kind: StakeKind;
  name: string | null;
  /** Whether another of its kind has that name too. */
  isNamesake: boolean;
  owner: string;
  /** Wei staked, thawing included: all of it can be slashed. */
  tokens: bigint;
  stakers: number;
  /** Wei of OPEN that came to the pool in the last 30 days of chain time, by source; null where no record says which. */
  realised: RewardSources | null;
};

type Row = Omit<StakeTarget, "kind" | "realised"> & {
  kind: number;
  recent: bigint;
  rewarded: bigint;
  fromFees: bigint | null;
};

const WINDOW = 30 * 86_400;

const kinds = stakeKinds.map((kind) => assetKind[kind]);

/** What can be staked on, the largest pool first. @param open OPEN's address: rewards in the other token are another matter */
export async function listStakeTargets(
  sql: Sql,
  { kind, open }: { kind?: StakeKind; open: string },
): Promise<StakeTarget[]> {
  const now = await newestChainTime(sql);
  const rows = await sql<Row[]>`
    select a.id, ${targetSql(sql, "a.id")} as target, a.kind, d.body->>'name' as name,
      ${bearersSql(sql)} > 1 as is_namesake, a.owner,
      coalesce(p.tokens, 0) as tokens, coalesce(s.stakers, 0) as stakers, coalesce(r.recent, 0) as recent,
      coalesce(r.rewarded, 0) as rewarded, ${poolFromFeesSql(sql)} as from_fees
    from indexer.asset a
    left join worker.document d on d.uri = a.uri
    left join indexer.pool p on p.target = ${targetSql(sql, "a.id")}
    left join (
      select target, count(*)::int as stakers from indexer.position where shares + thawing > 0 group by target
    ) s on s.target = p.target
    left join (
      select target, sum(amount) as rewarded, coalesce(sum(amount) filter (where at > ${now - WINDOW}), 0) as recent
      from indexer.reward where token = ${open.toLowerCase()} group by target
    ) r on r.target = p.target
    where a.kind = any(${sql.array(kind ? [assetKind[kind]] : kinds)}::int[]) and a.id <> ${String(COMMONS)}
    order by tokens desc, a.id limit 500`;
  return rows.map(({ recent, rewarded, fromFees, ...row }) => ({
    ...row,
    kind: stakeKindOf(row.kind),
    realised: rewardSources(recent, rewarded, fromFees),
  }));
}
