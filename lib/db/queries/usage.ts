import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";

export type EpochEarnings = {
  /** Null: earned, but in no epoch yet. */
  epoch: number | null;
  answers: number;
  /** Wei from fees. */
  earned: bigint;
};

/** What a datanet's contributions earned from fees, by epoch, oldest first. */
export async function datanetEarnings(sql: Sql, datanet: bigint): Promise<EpochEarnings[]> {
  return sql<EpochEarnings[]>`
    select e.epoch, count(distinct s.receipt)::int as answers, sum(s.amount) as earned
    from worker.share s join indexer.contribution c on c.id = s.contribution
    left join worker.epoch_receipt e on e.receipt = s.receipt
    where c.datanet = ${datanet} group by e.epoch order by e.epoch nulls last`;
}

export type TopContributor = {
  contributor: string;
  accepted: number;
  words: number;
  answers: number;
  /** Wei from fees. */
  earned: bigint;
};

/** Contributors of a datanet by what they earned in it. The commons, which nobody owns, is left out. */
export async function topContributors(sql: Sql, datanet: bigint, limit = 10): Promise<TopContributor[]> {
  return sql<TopContributor[]>`
    select c.contributor, count(*)::int as accepted, sum(c.words)::bigint as words,
      coalesce(sum(s.answers), 0)::int as answers, coalesce(sum(s.amount), 0) as earned
    from indexer.contribution c
    left join (select contribution, count(distinct receipt) as answers, sum(amount) as amount from worker.share group by contribution) s
      on s.contribution = c.id
    where c.datanet = ${datanet} and c.status = 'accepted' and c.contributor <> '0x0000000000000000000000000000000000000000'
    group by c.contributor order by earned desc, accepted desc, c.contributor limit ${limit}`;
}

export type DatanetModel = { model: bigint; name: string | null; version: number; answers: number; earned: bigint };

/** Models whose newest version names the datanet as a parent, with what its contributions earned through them. */
export async function modelsOfDatanet(sql: Sql, datanet: bigint): Promise<DatanetModel[]> {
  return sql<DatanetModel[]>`
    select a.id as model, d.body->>'name' as name, a.version, coalesce(s.answers, 0)::int as answers,
      coalesce(s.earned, 0) as earned
    from indexer.asset a
    join indexer.asset_version v on v.asset_id = a.id and v.version = a.version
    left join worker.document d on d.uri = a.uri
    left join (
      select r.model, count(distinct s.receipt) as answers, sum(s.amount) as earned
      from worker.share s join gateway.receipt r on r.id = s.receipt
      join indexer.contribution c on c.id = s.contribution
      where c.datanet = ${datanet} group by r.model
    ) s on s.model = a.id
    where a.kind = ${assetKind.model} and ${datanet}::numeric = any(v.parents) order by a.id`;
}
