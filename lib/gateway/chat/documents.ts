import { getDocument, type OpenDocument } from "../../storage/documents.ts";
import type { Store } from "../../storage/fileStore.ts";

type Of<T extends OpenDocument["type"]> = Extract<OpenDocument, { type: T }>;

// A URI is the hash of its document: what was read once never changes.
const read = new Map<string, OpenDocument>();
const failed = new Map<string, number>();
const RETRY_MS = 5_000;

/** The document of an asset; null when it cannot be read or is of another type: documents come from anybody. */
export async function documentOf<T extends OpenDocument["type"]>(
  store: Store,
  uri: string,
  type: T,
): Promise<Of<T> | null> {
  const document = read.get(uri) ?? (await load(store, uri));
  return document?.type === type ? (document as Of<T>) : null;
}

async function load(store: Store, uri: string): Promise<OpenDocument | null> {
  if (Date.now() - (failed.get(uri) ?? 0) < RETRY_MS) return null;
  try {
    const document = await getDocument(uri, store);
    read.set(uri, document);
    failed.delete(uri);
    return document;
  } catch {
    failed.set(uri, Date.now());
    return null;
  }
}
