import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";
import { targetSql } from "../targetSql.ts";

export type ServedAsset = {
  id: bigint;
  /** Lower case. */
  owner: string;
  version: number;
  uri: string;
  /** Unix seconds. */
  registeredAt: number;
};

/** Every model in its newest version, oldest first. */
export async function modelAssets(sql: Sql): Promise<(ServedAsset & { contentHash: string })[]> {
  return sql<(ServedAsset & { contentHash: string })[]>`
    select id, owner, version, uri, content_hash, registered_at from indexer.asset where kind = ${assetKind.model} order by id`;
}

export type ModelVersion = {
  id: bigint;
  uri: string;
  /** By its mirrored document; null when that is not there, or is no model's. */
  name: string | null;
};

/** Every version of every model, in the order they were published. */
export async function modelVersions(sql: Sql): Promise<ModelVersion[]> {
  return sql<ModelVersion[]>`
    select v.asset_id as id, v.uri, d.body->>'name' as name from indexer.asset_version v
    join indexer.asset a on a.id = v.asset_id and a.kind = ${assetKind.model}
    left join worker.document d on d.uri = v.uri and d.body->>'type' = 'model'
    order by v.block, v.log_index, v.asset_id`;
}

/** Another text whenever `modelVersions` would give other versions. */
export async function modelVersionsMark(sql: Sql): Promise<string> {
  const [row] = await sql<{ mark: string }[]>`
    select concat(count(*), ' ', bit_xor(hashtextextended(concat_ws(' ', v.asset_id, v.uri, v.block, v.log_index), 0))) as mark
    from indexer.asset_version v join indexer.asset a on a.id = v.asset_id and a.kind = ${assetKind.model}`;
  return row!.mark;
}

/** Every provider whose pool holds `stake` wei or more that is not thawing, in its newest version, oldest first. */
export async function providerAssets(sql: Sql, stake: bigint): Promise<ServedAsset[]> {
  return sql<ServedAsset[]>`
    select a.id, a.owner, a.version, a.uri, a.registered_at from indexer.asset a
    join indexer.pool p on p.target = ${targetSql(sql, "a.id")}
    where a.kind = ${assetKind.provider} and p.bonded >= ${String(stake)}::numeric order by a.id`;
}

/** Whether the index knows a datanet of this id. */
export async function isDatanet(sql: Sql, id: bigint): Promise<boolean> {
  const rows = await sql`select 1 from indexer.asset where id = ${String(id)} and kind = ${assetKind.datanet}`;
  return rows.length > 0;
}
