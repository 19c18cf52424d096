import { saveDocument, unmirroredUris } from "../../lib/db/worker/documents.ts";
import { isDataError } from "../../lib/db/worker/isDataError.ts";
import { getDocument } from "../../lib/storage/documents.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";

const BATCH = 100;
/** A document that could not be read is left alone so long, then at each failure twice as long, up to an hour. */
const FIRST_REST_MS = 15_000;
const LONGEST_REST_MS = 3_600_000;
/** Unreadable documents remembered; beyond it the oldest are tried again. */
const MOST_UNREADABLE = 10_000;

/** Mirrors the documents that assets point at, so that pages can read them beside the chain's rows. */
export function documents({ sql, store }: WorkerContext, log: Log): () => Promise<boolean> {
  const unreadable = new Map<string, { until: number; ms: number }>();
  return async () => {
    let mirrored = 0;
    const resting = [...unreadable].flatMap(([uri, { until }]) => (Date.now() < until ? [uri] : []));
    const uris = await unmirroredUris(sql, BATCH, resting);
    for (const uri of uris) {
      const tried = unreadable.get(uri);
      try {
        await saveDocument(sql, uri, await getDocument(uri, store));
        unreadable.delete(uri);
        mirrored++;
      } catch (error) {
        // The disk or the database, not the document.
        if (error instanceof Error && "code" in error && !isDataError(error)) throw error;
        if (!tried) log(`skips a document: ${reasonOf(error)}`);
        const ms = Math.min(tried ? tried.ms * 2 : FIRST_REST_MS, LONGEST_REST_MS);
        unreadable.set(uri, { until: Date.now() + ms, ms });
        if (unreadable.size > MOST_UNREADABLE) unreadable.delete(unreadable.keys().next().value!);
      }
    }
    if (mirrored > 0) log(`mirrored ${mirrored} documents`);
    return uris.length === BATCH;
  };
}
