import { type Address, getAddress, type Hex, isAddress, isHex } from "viem";
import { z } from "zod";
import { GatewayError } from "./GatewayError.ts";

const MAX_UINT128 = 2n ** 128n - 1n;

/** Any spelling; a checksum is not asked for, since wallets and chains give both. */
export const addressField = z
  .string("must be an address: 0x and 40 hex digits")
  .refine((value) => isAddress(value, { strict: false }), "must be an address: 0x and 40 hex digits")
  .transform((value): Address => getAddress(value));

/** A uint128 of wei as a decimal string: JSON numbers cannot hold it. */
export const weiField = z
  .string("must be wei as a decimal string")
  .regex(/^(0|[1-9]\d{0,38})$/, "must be wei as a decimal string")
  .transform(BigInt)
  .refine((value) => value <= MAX_UINT128, "must be less than 2^128");

export const signatureField = z
  .string("must be a signature: 0x and hex digits")
  .max(8_194)
  .refine(
    (value) => isHex(value) && value.length % 2 === 0 && value.length > 2,
    "must be a signature: 0x and hex digits",
  )
  .transform((value) => value as Hex);

/** A moment of a real clock. */
export const secondsField = z
  .number("must be unix seconds as a whole number")
  .int("must be unix seconds as a whole number")
  .nonnegative("must be unix seconds as a whole number");

/** A registry id: JSON number or decimal string. */
export const idField = z
  .union(
    [z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER), z.string().regex(/^\d{1,20}$/)],
    "must be a registry id",
  )
  .transform(BigInt);

/** One line without control characters, 1 to `most` characters. */
export const lineField = (most: number) =>
  z
    .string(`must be a text of 1 to ${most} characters`)
    .trim()
    .min(1, `must be a text of 1 to ${most} characters`)
    .max(most, `must be a text of 1 to ${most} characters`)
    .regex(/^\P{Cc}*$/u, "must be one line without control characters");

/** @throws GatewayError 400 when a path segment is no address. */
export function addressOf(segment: string): Address {
  const parsed = addressField.safeParse(segment);
  if (parsed.success) return parsed.data;
  throw new GatewayError(400, `address: ${segment.slice(0, 60)} is no address; give 0x and 40 hex digits.`, {
    code: "invalid_value",
    param: "address",
  });
}
