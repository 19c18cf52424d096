import { saveDocument, unmirroredUris } from "../../lib/db/worker/documents.ts";
import { isDataError } from "../../lib/db/worker/isDataError.ts";
import { getDocument } from "../../lib/storage/documents.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";

/** How long a document that could not be read is left alone. */
const REST_MS = 15_000;

/** Mirrors the documents that assets point at, so that pages can read them beside the chain's rows. */
export function documents({ sql, store }: WorkerContext, log: Log): () => Promise<boolean> {
  const unreadable = new Map<string, number>();
  return async () => {
    let mirrored = 0;
    for (const uri of await unmirroredUris(sql)) {
      const triedAt = unreadable.get(uri);
      if (triedAt !== undefined && Date.now() - triedAt < REST_MS) continue;
      try {
        await saveDocument(sql, uri, await getDocument(uri, store));
        unreadable.delete(uri);
        mirrored++;
      } catch (error) {
        // The disk or the database, not the document.
        if (error instanceof Error && "code" in error && !isDataError(error)) throw error;
        if (triedAt === undefined) log(`skips a document: ${reasonOf(error)}`);
        unreadable.set(uri, Date.now());
      }
    }
    if (mirrored > 0) log(`mirrored ${mirrored} documents`);
    return false;
  };
}
