import { z } from "zod";
import { insertKey, revokeKey } from "../../db/gateway/keys.ts";
import type { Gateway } from "../Gateway.ts";
import { lineField } from "../http/fields.ts";
import { GatewayError } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { acceptVoucher, voucherFields } from "./acceptVoucher.ts";
import { callerByKey } from "./authenticate.ts";
import { creditOf } from "./credit.ts";
import { hashSecret, newSecret } from "./secret.ts";

const MOST_BODY = 32_768;
const MOST_KEYS = 50;
const newKey = z.object({ label: lineField(80), ...voucherFields });

/** `POST /api/v1/keys`: a key for the payer, who shows by `access` that it asks, and what it may spend by a voucher. The key is in this answer only. */
export async function postKey(gateway: Gateway, request: Request): Promise<Response> {
  const { label, ...voucher } = await readJson(request, newKey, MOST_BODY);
  const { address: signer } = await acceptVoucher(gateway, voucher);
  const payer = voucher.payer.toLowerCase();
  const key = newSecret();
  const made = await insertKey(gateway.sql, { payer, signer, label, secretHash: hashSecret(key) }, MOST_KEYS);
  if (!made) {
    throw new GatewayError(409, `${voucher.payer} has ${MOST_KEYS} live keys. Revoke one first.`, {
      code: "too_many_keys",
    });
  }
  return json({ key, ...made, payer: voucher.payer, label, limit: voucher.limit }, { status: 201 });
}

/** `GET /api/v1/keys/current`: what the key that asks is, and what it can spend. */
export async function getCurrentKey(gateway: Gateway, request: Request): Promise<Response> {
  const { payer, key } = await callerByKey(gateway, request);
  const { signer: _, ...shown } = key;
  return json({ ...shown, payer, credit: await creditOf(gateway, payer) });
}

/** `DELETE /api/v1/keys/current`: revokes the key that asks. */
export async function deleteCurrentKey(gateway: Gateway, request: Request): Promise<Response> {
  const { key } = await callerByKey(gateway, request);
  await revokeKey(gateway.sql, key.id);
  return json({ id: key.id, revoked: true });
}
