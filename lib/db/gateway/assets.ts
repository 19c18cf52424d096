import { assetKind } from "../../chain/assetKind.ts";
import { targetPayee } from "../../ledger/index.ts";
import type { Sql } from "../client.ts";

export type ServedAsset = {
  id: bigint;
  /** Lower case. */
  owner: string;
  version: number;
  uri: string;
  /** Unix seconds. */
  registeredAt: number;
};

/** A staking pool's target is this more than the asset's id. */
const TARGET_BASE = BigInt(targetPayee(0n));

/** Every model in its newest version, oldest first. */
export async function modelAssets(sql: Sql): Promise<ServedAsset[]> {
  return sql<ServedAsset[]>`
    select id, owner, version, uri, registered_at from indexer.asset where kind = ${assetKind.model} order by id`;
}

/** Documents of every version of every model, in the order they were published. */
export async function modelVersions(sql: Sql): Promise<{ id: bigint; uri: string }[]> {
  return sql<{ id: bigint; uri: string }[]>`
    select v.asset_id as id, v.uri from indexer.asset_version v
    join indexer.asset a on a.id = v.asset_id and a.kind = ${assetKind.model}
    order by v.block, v.log_index, v.asset_id`;
}

/** Every provider whose pool holds `stake` wei or more, in its newest version, oldest first. */
export async function providerAssets(sql: Sql, stake: bigint): Promise<ServedAsset[]> {
  return sql<ServedAsset[]>`
    select a.id, a.owner, a.version, a.uri, a.registered_at from indexer.asset a
    join indexer.pool p on p.target = ${String(TARGET_BASE)}::numeric + a.id
    where a.kind = ${assetKind.provider} and p.tokens >= ${String(stake)}::numeric order by a.id`;
}

/** Whether the index knows a datanet of this id. */
export async function isDatanet(sql: Sql, id: bigint): Promise<boolean> {
  const rows = await sql`select 1 from indexer.asset where id = ${String(id)} and kind = ${assetKind.datanet}`;
  return rows.length > 0;
}
