import type { Sql } from "../db/client.ts";
import { ledgerOf } from "../db/ledgers.ts";
import { decodeText } from "../storage/decodeText.ts";
import type { Store } from "../storage/fileStore.ts";
import type { Documents } from "./startSearch.ts";

/**
 * What a model version may answer from: the texts of its datanets. The commons stand in every ledger so that common words pay nobody; they
 * are not searched. @throws as `ledgerOf` does, or when a text has left the store
 */
export async function documentsOf(sql: Sql, store: Store, model: bigint, version: number): Promise<Documents> {
  const own = (await ledgerOf(sql, model, version)).filter(({ kind }) => kind === "paid");
  return Promise.all(
    own.map(async ({ id, title, cid }) => ({ id: id.toString(), title, text: decodeText(await store.get(cid)) })),
  );
}
