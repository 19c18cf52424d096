import { type Hex, keccak256 } from "viem";
import { documentSchemas, type OpenDocument } from "./documentSchemas.ts";
import type { Store } from "./fileStore.ts";
import { cidOfUri } from "./parseCid.ts";
import { fileStore } from "./store.ts";

export * from "./documentSchemas.ts";

/** Longest document that is read, in bytes: documents come from anybody. */
const MAX_BYTES = 256 * 1024;

export interface StoredDocument {
  uri: string;
  cid: string;
  /** keccak256 of the JSON bytes: an asset's contentHash. */
  contentHash: Hex;
}

/**
 * Stores a document as JSON.
 * @throws Error naming each field that is wrong.
 */
export async function putDocument(document: OpenDocument, store: Store = fileStore()): Promise<StoredDocument> {
  const bytes = new TextEncoder().encode(JSON.stringify(parseDocument(document, "document")));
  const { cid } = await store.put(bytes);
  return { uri: `ipfs://${cid}`, cid, contentHash: keccak256(bytes) };
}

/**
 * Reads the document behind an `ipfs://` URI.
 * @throws BadCidError, BlobNotFoundError, BlobCorruptError, or Error when it is no document of ours, naming each field that is wrong.
 */
export async function getDocument(uri: string, store: Store = fileStore()): Promise<OpenDocument> {
  return (await getHashedDocument(uri, store)).document;
}

/** `getDocument` with the hash of its bytes, which for an asset must be its contentHash: what its URI leads to is the publisher's word only. */
export async function getHashedDocument(
  uri: string,
  store: Store = fileStore(),
): Promise<{ document: OpenDocument; contentHash: Hex }> {
  const bytes = await store.get(cidOfUri(uri));
  if (bytes.byteLength > MAX_BYTES)
    throw new Error(`${uri}: ${bytes.byteLength} bytes; a document has at most ${MAX_BYTES}.`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Error(`${uri}: not a JSON document in UTF-8.`);
  }
  return { document: parseDocument(value, uri), contentHash: keccak256(bytes) };
}

function parseDocument(value: unknown, where: string): OpenDocument {
  const type = (value as { type?: unknown } | null)?.type;
  if (!isType(type)) throw new Error(`${where}: type is ${JSON.stringify(type)}; give one of ${types.join(", ")}.`);
  const parsed = documentSchemas[type].safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(`${where}: ${problems.join("; ")}.`);
}

const types = Object.keys(documentSchemas);

function isType(type: unknown): type is OpenDocument["type"] {
  return typeof type === "string" && types.includes(type);
}
