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
  /** Accepted contributions that were not taken down, in ledger order. */
  entries: { id: string; root: Hex; contributor: Address; cid: string | null }[];
};

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
      jsonb_agg(jsonb_build_object(
        'id', c.id::text, 'root', c.root, 'contributor', c.contributor, 'cid', t.cid) order by c.id) as entries
    from indexer.asset a join indexer.contribution c on c.datanet = a.id and c.status = 'accepted'
      and not exists (select 1 from indexer.takedown d where d.contribution = c.id and d.item in ${sql(TEXT_ITEMS)})
    ${contentOf(sql)}
    where a.kind = ${assetKind.datanet} and a.owner = any(${owners}) and not exists (
      select 1 from indexer.contribution open where open.datanet = a.id and open.status = 'revealed'
        and (open.revealed_at > ${now - UNREAD_HOLDS} or exists (select 1 from worker.content t where t.contribution = open.id)))
    group by a.id, a.owner, a.uri, a.version, a.content_hash`;
}

/** Models of these owners (lower case) whose newest version precedes the newest version of a datanet it names. */
export async function outdatedModels(sql: Executor, owners: string[]): Promise<OutdatedModel[]> {
  return sql<OutdatedModel[]>`
    select a.id, a.owner, a.uri, a.version, a.content_hash, v.parents
    from indexer.asset a join indexer.asset_version v on v.asset_id = a.id and v.version = a.version
    where a.kind = ${assetKind.model} and a.owner = any(${owners}) and exists (
      select 1 from indexer.asset d join indexer.asset_version w on w.asset_id = d.id and w.version = d.version
      where d.id = any(v.parents) and (w.block, w.log_index) > (v.block, v.log_index))`;
}
