import { type Address, getAddress, isAddressEqual } from "viem";
import { z } from "zod";
import { type ApiKey, keyBySecret, touchKey } from "../../db/gateway/keys.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest, GatewayError } from "../http/GatewayError.ts";
import { parse } from "../http/readBody.ts";
import { acceptVoucher, voucherFields } from "./acceptVoucher.ts";
import { secondsLeft } from "./secondsLeft.ts";
import { hashSecret, looksLikeSecret } from "./secret.ts";

export interface Caller {
  payer: Address;
  /** Null for a voucher sent with the request. */
  keyId: string | null;
}

const MOST_HEADER = 16_384;
const paymentHeader = z.object(voucherFields);

/**
 * Who pays for a request: the owner of the API key, or the payer whose voucher and access `X-PAYMENT` holds.
 * @throws GatewayError 400, 401 or 402
 */
export async function authenticate(gateway: Gateway, request: Request): Promise<Caller> {
  const payment = request.headers.get("x-payment");
  if (request.headers.has("authorization") || payment === null) {
    const { payer, key } = await callerByKey(gateway, request);
    return { payer, keyId: key.id };
  }
  const voucher = parse(paymentHeader, decode(payment), "X-PAYMENT");
  await acceptVoucher(gateway, voucher);
  return { payer: voucher.payer, keyId: null };
}

/** A session key's API keys end with it. @throws GatewayError 401, 503 when the chain does not answer */
export async function callerByKey({ sql, chain }: Gateway, request: Request): Promise<{ payer: Address; key: ApiKey }> {
  const secret = bearerOf(request);
  const key = looksLikeSecret(secret) ? await keyBySecret(sql, hashSecret(secret)) : null;
  if (!key)
    throw unauthorised("invalid_api_key", "The API key is unknown or was revoked. Make a new one on the account page.");
  const payer = getAddress(key.payer);
  if (key.signer && !isAddressEqual(key.signer, payer) && (await secondsLeft(chain, payer, key.signer)) <= 0) {
    throw unauthorised(
      "invalid_api_key",
      `The session key ${key.signer}, which made this API key, has expired or was revoked. Extend it by setKey, or make a new API key on the account page.`,
    );
  }
  touchKey(sql, key.id).catch((error) => console.error("gateway: last use of a key was not written:", error));
  return { payer, key };
}

function bearerOf(request: Request): string {
  const header = request.headers.get("authorization");
  const [scheme, secret] = header?.trim().split(/\s+/) ?? [];
  if (scheme?.toLowerCase() === "bearer" && secret) return secret;
  throw unauthorised(
    "missing_credentials",
    'No credentials. Send "Authorization: Bearer ol_…" with an API key, or a signed voucher and access in X-PAYMENT.',
  );
}

function decode(header: string): unknown {
  if (header.length > MOST_HEADER) throw badRequest("X-PAYMENT", `is longer than ${MOST_HEADER} characters.`);
  try {
    return JSON.parse(Buffer.from(header, "base64").toString("utf8"));
  } catch {
    throw badRequest("X-PAYMENT", "is not base64 of JSON {payer, limit, signature, access: {issuedAt, signature}}.");
  }
}

const unauthorised = (code: string, message: string) =>
  new GatewayError(401, message, {
    type: "authentication_error",
    code,
    headers: { "www-authenticate": 'Bearer realm="openledger"' },
  });
