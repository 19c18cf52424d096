import { MAX_TEXT_BYTES } from "../../../lib/intake/LedgerTexts.ts";
import { type ContributionDocument, getDocument } from "../../../lib/storage/documents.ts";
import { BlobCorruptError, BlobNotFoundError } from "../../../lib/storage/errors.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import { grouped } from "./checkContribution.ts";

export type Reading =
  | { kind: "read"; document: ContributionDocument; text: string; bytes: number }
  /** Whatever comes later, it cannot be accepted. */
  | { kind: "refused"; problem: string }
  /** Not in the store, or damaged there; perhaps it comes. */
  | { kind: "missing"; problem: string };

/**
 * Fetches a contribution's document and text by their CIDs. What a contributor can get wrong is told, not thrown.
 * @throws when the store itself fails.
 */
export async function readContribution(uri: string, store: Store): Promise<Reading> {
  try {
    const document = await getDocument(uri, store);
    if (document.type !== "contribution") {
      return { kind: "refused", problem: `Its document is of type ${document.type}, not contribution.` };
    }
    const bytes = await store.get(document.content);
    if (bytes.length > MAX_TEXT_BYTES) {
      const problem = `Its text has ${grouped(bytes.length)} bytes; at most ${grouped(MAX_TEXT_BYTES)} are taken.`;
      return { kind: "refused", problem };
    }
    const text = decode(bytes);
    if (text === null) return { kind: "refused", problem: "Its text is not UTF-8." };
    return { kind: "read", document, text, bytes: bytes.length };
  } catch (error) {
    if (!(error instanceof Error) || "code" in error) throw error; // the disk, not the document
    if (error instanceof BlobNotFoundError || error instanceof BlobCorruptError) {
      return { kind: "missing", problem: `Its content could not be fetched: ${error.cid}.` };
    }
    return { kind: "refused", problem: `Its document is malformed: ${error.message.replace(`${uri}: `, "")}` };
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
