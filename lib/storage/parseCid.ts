import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { BadCidError } from "./errors.ts";

const SHA2_256 = 0x12;
const LENGTH = 59;

/**
 * Checks that a text is a CID of this store, in its canonical spelling.
 * @throws BadCidError saying what is wrong.
 */
export function parseCid(text: string): string {
  // Before parsing, so that a long text costs nothing.
  if (text.length !== LENGTH) throw new BadCidError(`cid: ${shorten(text)} is not ${LENGTH} characters long.`);
  let cid: CID;
  try {
    cid = CID.parse(text);
  } catch {
    throw new BadCidError(`cid: ${shorten(text)} is not a CID; give one that the store returned.`);
  }
  if (cid.version !== 1 || cid.code !== raw.code || cid.multihash.code !== SHA2_256 || cid.toString() !== text) {
    throw new BadCidError(`cid: ${shorten(text)} is not a CIDv1 of raw bytes with sha-256 in base32.`);
  }
  return text;
}

/**
 * The CID in `ipfs://<cid>`.
 * @throws BadCidError when the URI has another scheme, a path, or no CID.
 */
export function cidOfUri(uri: string): string {
  if (!uri.startsWith("ipfs://")) throw new BadCidError(`uri: ${shorten(uri)} does not begin with ipfs://.`);
  return parseCid(uri.slice("ipfs://".length));
}

const shorten = (text: string) => JSON.stringify(text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text);
