import { MAX_TEXT_BYTES } from "../../intake/LedgerTexts.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest } from "../http/GatewayError.ts";
import { readBytes, toText } from "../http/readBody.ts";

/**
 * Stores the request's text, byte for byte, within the quota of blobs.
 * @param what the text is, for the sentence that refuses an empty one
 */
export async function keepText({ store, quotas }: Gateway, request: Request, what: string) {
  quotas.blobs.countRequest(request);
  const bytes = await readBytes(request, MAX_TEXT_BYTES);
  quotas.blobs.countBytes(request, bytes.byteLength);
  if (bytes.byteLength === 0) throw badRequest("body", `is empty. Send the ${what} as the body.`);
  toText(bytes, "body");
  return { content: bytes, blob: await store.put(bytes) };
}
