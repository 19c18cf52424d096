import { MAX_TEXT_BYTES } from "../../intake/LedgerTexts.ts";
import { BadCidError, BlobNotFoundError } from "../../storage/errors.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest, notFound } from "../http/GatewayError.ts";
import { readBytes, toText } from "../http/readBody.ts";
import { json, raw } from "../http/respond.ts";

/** `POST /api/v1/blobs`: keeps a text, byte for byte, under its CID. Open to anybody, within a quota. */
export async function postBlob({ store, quotas }: Gateway, request: Request): Promise<Response> {
  quotas.blobs.countRequest(request);
  const bytes = await readBytes(request, MAX_TEXT_BYTES);
  quotas.blobs.countBytes(request, bytes.byteLength);
  if (bytes.byteLength === 0) throw badRequest("body", "is empty. Send the text as the body.");
  toText(bytes, "body");
  return json(await store.put(bytes), { status: 201 });
}

/** `GET /api/v1/blobs/{cid}`: the bytes, checked against their CID. */
export async function getBlob({ store }: Gateway, cid: string): Promise<Response> {
  const bytes = await store.get(cid).catch((error: unknown) => {
    if (error instanceof BadCidError) throw badRequest("cid", error.message.replace(/^cid: /, ""));
    if (error instanceof BlobNotFoundError) throw notFound("cid", error.message, "blob_not_found");
    throw error;
  });
  return raw(new Uint8Array(bytes), {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    etag: `"${cid}"`,
    // Anybody uploads: never to be taken for a page of ours.
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
}
