import { keccak256 } from "viem";
import { saveEvidence } from "../../db/gateway/evidence.ts";
import type { Gateway } from "../Gateway.ts";
import { json } from "../http/respond.ts";
import { keepText } from "./keepText.ts";

/** `POST /api/v1/evidence`: keeps a text for a case and gives the `hash` to open it with. Public, open to anybody, within the quota of blobs. */
export async function postEvidence(gateway: Gateway, request: Request): Promise<Response> {
  const { content, blob } = await keepText(gateway, request, "evidence");
  const hash = keccak256(content);
  await saveEvidence(gateway.sql, hash, blob.cid);
  return json({ hash, cid: blob.cid, bytes: content.byteLength }, { status: 201 });
}
