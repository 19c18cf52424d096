import { BadCidError, BlobNotFoundError } from "../../storage/errors.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest, notFound } from "../http/GatewayError.ts";
import { json, raw } from "../http/respond.ts";
import { keepText } from "./keepText.ts";

/** `POST /api/v1/blobs`: keeps a text, byte for byte, under its CID. Open to anybody, within a quota. */
export async function postBlob(gateway: Gateway, request: Request): Promise<Response> {
  const { blob } = await keepText(gateway, request, "text");
  return json(blob, { status: 201 });
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
