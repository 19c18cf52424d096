import { createHash } from "node:crypto";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { create } from "multiformats/hashes/digest";

const SHA2_256 = 0x12;

/** The name of bytes: CIDv1, raw codec, sha-256, base32. */
export function cidOf(bytes: Uint8Array): string {
  return CID.createV1(raw.code, create(SHA2_256, createHash("sha256").update(bytes).digest())).toString();
}
