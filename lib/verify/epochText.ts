import { keccak256 } from "viem";
import { METHOD } from "../attribution/index.ts";
import type { Manifest } from "../ledger/index.ts";
import { differ, same, UnavailableError } from "./difference.ts";
import { MalformedError, parseManifest } from "./epochLines.ts";
import type { Session } from "./session.ts";
import type { Difference, Posting } from "./types.ts";

const utf8 = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** An epoch's manifest, if it is the one that was posted and of this epoch. @throws DifferenceError, UnavailableError */
export async function readManifest({ source, terms }: Session, posting: Posting): Promise<Manifest> {
  const { id, cid, dataHash } = posting;
  const where = { epoch: id, file: "manifest", row: null } as const;
  const bytes = await ownFile(source.file(cid), `the manifest of epoch ${id}`);
  same(where, "keccak256", dataHash, keccak256(bytes));
  const manifest = parsed(where, () => parseManifest(utf8(bytes)));
  same(where, "chainId", terms.chainId, manifest.chainId);
  same(where, "settlement", terms.settlement, manifest.settlement);
  same(where, "epoch", id, manifest.epoch);
  same(where, "method", METHOD, manifest.method);
  if (manifest.snapshotBlock > posting.block) {
    differ(where, "snapshotBlock", `at most ${posting.block}, the block of the post`, manifest.snapshotBlock);
  }
  return manifest;
}

/** A file as it was found. `assertBound` throws a DifferenceError unless it is the one that the manifest names. */
export interface FoundFile {
  text: string;
  assertBound(): void;
}

/** One of an epoch's files, whatever it is: what is wrong in it says more than its hash. @throws UnavailableError */
export async function readEpochFile(
  { source }: Session,
  { id }: Posting,
  { files }: Manifest,
  name: keyof Manifest["files"],
): Promise<FoundFile> {
  const where = { epoch: id, file: name, row: null } as const;
  const bytes = await ownFile(source.file(files[name].cid), `the ${name} file of epoch ${id}`);
  const assertBound = () => {
    same(where, "length in bytes", files[name].bytes, bytes.byteLength);
    same(where, "keccak256", files[name].keccak, keccak256(bytes));
  };
  return { text: utf8(bytes), assertBound };
}

/** What a file says. @throws DifferenceError when it is malformed */
export function parsed<T>(where: Pick<Difference, "epoch" | "file">, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const row = error.row === null ? null : `line ${error.row}`;
    return differ({ ...where, row }, "format", "as documented", error.message);
  }
}

async function ownFile(file: Promise<Uint8Array>, what: string): Promise<Uint8Array> {
  try {
    return await file;
  } catch (error) {
    if (error instanceof UnavailableError)
      throw new UnavailableError(`${what} is not to be had: ${error.message}`, true);
    throw error;
  }
}
