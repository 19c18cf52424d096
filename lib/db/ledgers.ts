import type { Address, Hex } from "viem";
import { assetKind } from "../chain/assetKind.ts";
import { COMMONS } from "../chain/commons.ts";
import { contentOf } from "./contentOf.ts";
import { heldAtSql } from "./heldAtSql.ts";
import type { Executor } from "./worker/executor.ts";

/** One contribution that a model version may have learned from. Its place in the list is its index in attribution. */
export type LedgerItem = {
  id: bigint;
  datanet: bigint;
  /** Zero address for the commons. */
  contributor: Address;
  root: Hex;
  kind: "paid" | "commons";
  title: string;
  /** Of the text. */
  cid: string;
};

/** A ledger with its root, which takes a while to work out: that is done once and passed along. */
export interface RootedLedger {
  items: LedgerItem[];
  root: Hex;
}

/** A ledger that cannot be given yet; the message may be shown. It passes when indexer and worker have caught up. */
export class NotReadyError extends Error {
  override name = "NotReadyError";
}

/**
 * The ledger of a model version, by id: of each parent datanet what was accepted before its newest version that precedes the model's,
 * and all commons accepted before the model's, without what had been taken down by then. `limit` is the list's length.
 * @throws NotReadyError when the version is not indexed, or when a text of its ledger has not been read yet: a ledger with holes would give
 * wrong shares. Both pass when indexer and worker have caught up.
 */
export async function ledgerOf(sql: Executor, model: bigint, version: number): Promise<LedgerItem[]> {
  const [known] = await sql`
    select 1 from indexer.asset_version where asset_id = ${String(model)} and version = ${version}`;
  if (!known)
    throw new NotReadyError(`Model ${model} has no version ${version} in the index yet; try again in a moment.`);
  const place = sql`select parents, block, log_index from indexer.asset_version
    where asset_id = ${String(model)} and version = ${version}`;
  return itemsOf(sql, place, `Ledger of model ${model} v${version}`);
}

/** The ledger that a model over these datanets would have if it were published now. @throws NotReadyError as `ledgerOf` does. */
export async function ledgerToCome(sql: Executor, datanets: readonly bigint[]): Promise<LedgerItem[]> {
  const place = sql`select ${sql.array(datanets.map(String))}::numeric[] as parents,
    9223372036854775807 as block, 0 as log_index`;
  return itemsOf(sql, place, `Ledger of datanets ${datanets.join(", ")}`);
}

/** @param model query of the model's parents and its place on the chain */
async function itemsOf(sql: Executor, model: ReturnType<typeof contentOf>, what: string): Promise<LedgerItem[]> {
  const rows = await sql<(Omit<LedgerItem, "title" | "cid"> & { title: string | null; cid: string | null })[]>`
    with model as (${model}), taken as (
      select parent.id as datanet, v.block, v.log_index
      from model cross join lateral unnest(model.parents) as parent(id)
      join indexer.asset a on a.id = parent.id and a.kind = ${assetKind.datanet} and a.id <> ${String(COMMONS)}
      cross join lateral (
        select block, log_index from indexer.asset_version v
        where v.asset_id = parent.id and (v.block, v.log_index) < (model.block, model.log_index)
        order by block desc, log_index desc limit 1
      ) v
      union
      select ${String(COMMONS)}::numeric, block, log_index from model
    )
    select c.id, c.datanet, c.contributor, c.root, case when c.datanet = ${String(COMMONS)} then 'commons' else 'paid' end as kind,
      t.title, t.cid
    from taken join indexer.contribution c on c.datanet = taken.datanet and ${heldAtSql(sql, "taken")}
    ${contentOf(sql)}
    order by c.id`;
  return rows.map(({ title, cid, ...row }) => {
    if (title === null || !cid) {
      throw new NotReadyError(`${what}: the text of contribution ${row.id} is not there yet.`);
    }
    return { ...row, title, cid };
  });
}

/** URI of a model version's document; null when there is no such model or version in the index. */
export async function modelVersionUri(sql: Executor, model: bigint, version: number): Promise<string | null> {
  const [row] = await sql<{ uri: string }[]>`
    select v.uri from indexer.asset_version v join indexer.asset a on a.id = v.asset_id and a.kind = ${assetKind.model}
    where v.asset_id = ${String(model)} and v.version = ${version}`;
  return row?.uri ?? null;
}
