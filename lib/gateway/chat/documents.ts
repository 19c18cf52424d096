import type { Hex } from "viem";
import { getHashedDocument, type OpenDocument } from "../../storage/documents.ts";
import { BlobCorruptError, BlobNotFoundError } from "../../storage/errors.ts";
import type { Store } from "../../storage/fileStore.ts";

type Of<T extends OpenDocument["type"]> = Extract<OpenDocument, { type: T }>;

type Read = { document: OpenDocument; contentHash: Hex };

/** What is remembered, at most; the longest unused leave. */
const MOST_KEPT = 10_000;
const RETRY_MS = 5_000;

// A URI is the hash of its document: what was read once never changes, and what is no document never becomes one.
const read = new Map<string, Read | null>();
const failed = new Map<string, number>();

/**
 * The document of an asset; null when it cannot be read or is of another type: documents come from anybody. Given the asset's content hash, also
 * when it is not of exactly these bytes: nobody could redo by the chain what was done by it.
 */
export async function documentOf<T extends OpenDocument["type"]>(
  store: Store,
  uri: string,
  type: T,
  contentHash?: string,
): Promise<Of<T> | null> {
  const found = await readDocument(store, uri);
  if (found === "away" || found?.document.type !== type) return null;
  return contentHash === undefined || contentHash === found.contentHash ? (found.document as Of<T>) : null;
}

/** What a URI leads to: null when it can never be a document of ours, "away" when it cannot be read now but perhaps later. */
export async function readDocument(store: Store, uri: string): Promise<Read | null | "away"> {
  const known = read.get(uri);
  if (known !== undefined) {
    keep(read, uri, known);
    return known;
  }
  if (Date.now() - (failed.get(uri) ?? 0) < RETRY_MS) return "away";
  try {
    const found = await getHashedDocument(uri, store);
    keep(read, uri, found);
    failed.delete(uri);
    return found;
  } catch (error) {
    if (mayCome(error)) {
      keep(failed, uri, Date.now());
      return "away";
    }
    keep(read, uri, null);
    return null;
  }
}

/** Not in the store, damaged there, or the disk failed; anything else is wrong with the document itself. */
function mayCome(error: unknown): boolean {
  if (error instanceof BlobNotFoundError || error instanceof BlobCorruptError) return true;
  return error instanceof Error && "code" in error;
}

function keep<T>(map: Map<string, T>, uri: string, value: T): void {
  map.delete(uri);
  map.set(uri, value);
  if (map.size > MOST_KEPT) map.delete(map.keys().next().value!);
}
