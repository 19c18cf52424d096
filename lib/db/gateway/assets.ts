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

const MODEL = 1;
const PROVIDER = 3;

/** Every model in its newest version, oldest first. */
export const modelAssets = (sql: Sql) => assetsOf(sql, MODEL);

/** Every provider in its newest version, oldest first. */
export const providerAssets = (sql: Sql) => assetsOf(sql, PROVIDER);

async function assetsOf(sql: Sql, kind: number): Promise<ServedAsset[]> {
  return sql<ServedAsset[]>`
    select id, owner, version, uri, registered_at from indexer.asset where kind = ${kind} order by id`;
}
