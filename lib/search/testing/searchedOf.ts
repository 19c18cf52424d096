import os from "node:os";
import path from "node:path";
import { createFileStore } from "../../storage/fileStore.ts";
import type { Searched } from "../startSearch.ts";

/** Puts documents into a store where a search finds them. */
export async function searchedOf(documents: readonly { id: string; title: string; text: string }[]): Promise<Searched> {
  const store = createFileStore(path.join(os.tmpdir(), "openledger-searched"));
  const put = async (text: string) => (await store.put(new TextEncoder().encode(text))).cid;
  return {
    store: store.directory,
    documents: await Promise.all(documents.map(async ({ id, title, text }) => ({ id, title, cid: await put(text) }))),
  };
}
