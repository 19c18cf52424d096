import { ledgerOf, modelVersionUri, NotReadyError } from "../../db/ledgers.ts";
import { decodeText } from "../../storage/decodeText.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest, notFound, unavailable } from "../http/GatewayError.ts";
import { raw } from "../http/respond.ts";

/** Ledgers kept in memory: recomputing a page's receipts asks for the same again and again. */
const MOST_KEPT = 8;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * `GET /api/v1/ledgers/{model}/{version}`: everything a model version may have learned from, one JSON object a line, in ledger order. With
 * it anybody can recompute an attribution. A version never changes, and neither does this.
 */
export async function getLedger(gateway: Gateway, model: string, version: string): Promise<Response> {
  if (!/^[1-9]\d{0,17}$/.test(model)) throw badRequest("model", "is no registry id; give a whole number.");
  if (!/^[1-9]\d{0,8}$/.test(version)) throw badRequest("version", "is no version; give a whole number.");
  if ((await modelVersionUri(gateway.sql, BigInt(model), Number(version))) === null)
    throw notFound("version", `There is no model ${model} with a version ${version}.`);
  return raw(await linesOf(gateway, model, Number(version)), {
    // Next drops a handler's content-encoding, but compresses types that it takes for text; application/x-ndjson is none of them.
    "content-type": "text/x-ndjson; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
  });
}

function linesOf(gateway: Gateway, model: string, version: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${model}@${version}`;
  const known = kept.get(key);
  if (known) return known;
  const fresh = encode(gateway, BigInt(model), version);
  kept.set(key, fresh);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  fresh.catch(() => {
    if (kept.get(key) === fresh) kept.delete(key);
  });
  return fresh;
}

async function encode({ sql, store }: Gateway, model: bigint, version: number): Promise<Uint8Array<ArrayBuffer>> {
  const items = await ledgerOf(sql, model, version).catch((error: unknown) => {
    throw error instanceof NotReadyError ? unavailable(error.message, "ledger_not_ready") : error;
  });
  const lines: string[] = [];
  for (const { id, kind, contributor, root, title, cid } of items) {
    const text = decodeText(await store.get(cid));
    lines.push(`${JSON.stringify({ id: id.toString(), kind, contributor, root, title, text })}\n`);
  }
  return new TextEncoder().encode(lines.join(""));
}
