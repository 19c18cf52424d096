import { keccak256 } from "viem";
import { saveEvidence } from "../../db/gateway/evidence.ts";
import { MAX_TEXT_BYTES } from "../../intake/LedgerTexts.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest } from "../http/GatewayError.ts";
import { readBytes, toText } from "../http/readBody.ts";
import { json } from "../http/respond.ts";

/** `POST /api/v1/evidence`: keeps a text for a case and gives the `hash` to open it with. Public, open to anybody, within the quota of blobs. */
export async function postEvidence({ sql, store, quotas }: Gateway, request: Request): Promise<Response> {
  quotas.blobs.countRequest(request);
  const bytes = await readBytes(request, MAX_TEXT_BYTES);
  quotas.blobs.countBytes(request, bytes.byteLength);
  if (bytes.byteLength === 0) throw badRequest("body", "is empty. Send the evidence as the body.");
  toText(bytes, "body");
  const { cid } = await store.put(bytes);
  const hash = keccak256(bytes);
  await saveEvidence(sql, hash, cid);
  return json({ hash, cid, bytes: bytes.byteLength }, { status: 201 });
}
