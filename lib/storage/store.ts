import { storageDirectory } from "../env/server.ts";
import { createFileStore, type Store } from "./fileStore.ts";

let store: Store | undefined;

/** This process's store, at STORAGE_URL. */
export function fileStore(): Store {
  store ??= createFileStore(storageDirectory());
  return store;
}

/** Keeps bytes under their CID (CIDv1, raw, sha-256). */
export function put(bytes: Uint8Array): Promise<{ cid: string; bytes: number }> {
  return fileStore().put(bytes);
}

/** @throws BadCidError, BlobNotFoundError or BlobCorruptError */
export function get(cid: string): Promise<Uint8Array> {
  return fileStore().get(cid);
}

/** @throws BadCidError */
export function has(cid: string): Promise<boolean> {
  return fileStore().has(cid);
}
