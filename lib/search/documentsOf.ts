import type { Sql } from "../db/client.ts";
import { ledgerOf } from "../db/ledgers.ts";
import type { StoredDocument } from "./startSearch.ts";

/**
 * What a model version may answer from: the texts of its datanets. The commons stand in every ledger so that common words pay nobody; they
 * are not searched. @throws as `ledgerOf` does
 */
export async function documentsOf(sql: Sql, model: bigint, version: number): Promise<StoredDocument[]> {
  const own = (await ledgerOf(sql, model, version)).filter(({ kind }) => kind === "paid");
  return own.map(({ id, title, cid }) => ({ id: id.toString(), title, cid }));
}
