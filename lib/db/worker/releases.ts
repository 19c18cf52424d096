import type { Address, Hex } from "viem";
import { TEXT_ITEMS } from "../../chain/arbiter.ts";
import { assetKind } from "../../chain/assetKind.ts";
import { contentOf } from "../contentOf.ts";
import type { Executor } from "./executor.ts";

export type ReleasableDatanet = {
  id: bigint;
  owner: Address;
  uri: string;
  /** The newest that is indexed. */
  version: number;
  /** Of the newest version. */
  contentHash: Hex;
  /** Another one when other contributions would be in the next version. */
  fingerprint: string;
};

/** A contribution that the next version of its datanet holds. */
type ReleasableEntry = { id: bigint; root: Hex; contributor: Address; cid: string | null };

export type OutdatedModel = {
  id: bigint;
  owner: Address;
  uri: string;
  version: number;
  contentHash: Hex;
  parents: bigint[];
};

/** Seconds of chain time that a reveal nobody could read holds up its datanet's next version. */
const UNREAD_HOLDS = 600;

/**
 * Datanets of these owners (lower case) with something accepted and nothing under review. What is revealed and cannot be read counts
 * as under review for ten minutes only: its text may be missing for days.
 * @param now chain time, unix seconds
 */
export async function releasableDatanets(sql: Executor, owners: string[], now: number): Promise<ReleasableDatanet[]> {
  return sql<ReleasableDatanet[]>`
    select a.id, a.owner, a.uri, a.version, a.content_hash,
      md5(string_agg(c.id::text || c.root, ',' order by c.id)) as fingerprint
    from indexer.asset a join indexer.contribution c on c.datanet = a.id and ${isReleasable(sql)}
    where a.kind = ${assetKind.datanet} and a.owner = any(${owners}) and not exists (
      select 1 from indexer.contribution open where open.datanet = a.id and open.status = 'revealed'
        and (open.revealed_at > ${now - UNREAD_HOLDS} or exists (select 1 from worker.content t where t.contribution = open.id)))
    group by a.id, a.owner, a.uri, a.version, a.content_hash`;
}

/** Accepted contributions of a datanet that were not taken down, in ledger order. */
export async function releasableEntries(sql: Executor, datanet: bigint): Promise<ReleasableEntry[]> {
  return sql<ReleasableEntry[]>`
    select c.id, c.root, c.contributor, t.cid from indexer.contribution c ${contentOf(sql)}
    where c.datanet = ${String(datanet)} and ${isReleasable(sql)} order by c.id`;
}

const isReleasable = (sql: Executor) => sql`c.status = 'accepted' and not exists (
  select 1 from indexer.takedown d where d.contribution = c.id and d.item in ${sql(TEXT_ITEMS)})`;

/** Models of these owners (lower case) whose newest version precedes the newest version of a datanet it names. */
export async function outdatedModels(sql: Executor, owners: string[]): Promise<OutdatedModel[]> {
  return sql<OutdatedModel[]>`
    select a.id, a.owner, a.uri, a.version, a.content_hash, v.parents
    from indexer.asset a join indexer.asset_version v on v.asset_id = a.id and v.version = a.version
    where a.kind = ${assetKind.model} and a.owner = any(${owners}) and exists (
      select 1 from indexer.asset d join indexer.asset_version w on w.asset_id = d.id and w.version = d.version
      where d.id = any(v.parents) and (w.block, w.log_index) > (v.block, v.log_index))`;
}
