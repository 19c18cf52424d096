import { storageDirectory } from "../env/server.ts";
import { createFileStore, type Store } from "./fileStore.ts";

let store: Store | undefined;

/** This process's store, at STORAGE_URL. */
export function fileStore(): Store {
  store ??= createFileStore(storageDirectory());
  return store;
}

/** @throws BadCidError, BlobNotFoundError or BlobCorruptError */
export function get(cid: string): Promise<Uint8Array> {
  return fileStore().get(cid);
}
