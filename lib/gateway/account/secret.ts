import { createHash, randomBytes } from "node:crypto";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const PREFIX = "ol_";
const BYTES = 32;
/** 62^43 > 2^256. */
const LENGTH = 43;

/** A new API key: `ol_` and 32 random bytes in base62, always 43 digits. */
export function newSecret(): string {
  let value = BigInt(`0x${randomBytes(BYTES).toString("hex")}`);
  let digits = "";
  for (let i = 0; i < LENGTH; i++, value /= 62n) digits = DIGITS[Number(value % 62n)]! + digits;
  return PREFIX + digits;
}

export function looksLikeSecret(text: string): boolean {
  return text.length === PREFIX.length + LENGTH && /^ol_[0-9A-Za-z]+$/.test(text);
}

/** What is stored of a key. Its 256 random bits cannot be searched, so a plain sha-256 is enough. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
