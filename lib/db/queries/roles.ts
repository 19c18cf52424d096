import type { Address, Hex } from "viem";
import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";

export type HeldRole = { contract: string; role: Hex; account: Address; at: number; tx: string };

/** Roles that are held now, by the events of those who gave and took them. */
export async function heldRoles(sql: Sql): Promise<HeldRole[]> {
  return sql<HeldRole[]>`
    select contract, role, account, at, tx from indexer.role where granted order by contract, role, account`;
}

export type AssetOwners = { kind: number; assets: number; owners: number };

/** How many assets of each kind there are, and how many accounts own them; the commons are the registry's own and left out. */
export async function assetOwners(sql: Sql, registry: string): Promise<AssetOwners[]> {
  return sql<AssetOwners[]>`
    select kind, count(*)::int as assets, count(distinct owner)::int as owners from indexer.asset
    where kind = any(${Object.values(assetKind)}) and owner <> ${registry.toLowerCase()} group by kind order by kind`;
}
