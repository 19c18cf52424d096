import { tokenise } from "../../attribution/index.ts";
import type { Sql } from "../../db/client.ts";
import { passageSources } from "../../db/queries/receiptDetail.ts";
import { decodeText } from "../../storage/decodeText.ts";
import type { Store } from "../../storage/fileStore.ts";

/** A passage that stood in a prompt, as it is shown. */
export interface ShownPassage {
  contribution: number;
  datanet: bigint | null;
  title: string | null;
  contributor: string | null;
  offset: number;
  words: number;
  /** Null when the text is no longer to be had, as after a takedown. */
  text: string | null;
}

/** Reads the passages of a log, in its order. */
export async function readPassages(
  sql: Sql,
  store: Store,
  log: readonly (readonly [number, number, number])[],
): Promise<ShownPassage[]> {
  const sources = await passageSources(sql, [...new Set(log.map(([contribution]) => contribution))]);
  return Promise.all(
    log.map(async ([contribution, offset, words]) => {
      const source = sources.find(({ id }) => Number(id) === contribution);
      const text = source?.cid ? await textOf(store, source.cid, offset, words) : null;
      const { datanet = null, title = null, contributor = null } = source ?? {};
      return { contribution, datanet, title, contributor, offset, words, text };
    }),
  );
}

async function textOf(store: Store, cid: string, offset: number, words: number): Promise<string | null> {
  const text = await store.get(cid).then(decodeText, () => null);
  const tokens = tokenise(text ?? "");
  const [first, last] = [tokens[offset], tokens[offset + words - 1]];
  return text !== null && first && last ? text.slice(first.start, last.end) : null;
}
