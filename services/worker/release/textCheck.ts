import type { Address, Hex } from "viem";
import { contentHash, contributionRoot } from "../../../lib/attribution/index.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import { BadCidError, BlobCorruptError, BlobNotFoundError } from "../../../lib/storage/errors.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";

interface ReleasedText {
  /** Of the contribution. */
  id: bigint;
  contributor: Address;
  root: Hex;
  /** Null while nobody could read it. */
  cid: string | null;
}

/**
 * Makes sure that every text of a version to come is in the store and is the one that was committed: with one missing no answer of it could be
 * attributed, so the model over it would give none. What was missing is looked for first the next time.
 * @returns a function that throws an Error naming the first contribution whose text is missing or another
 */
export function textCheck(store: Pick<Store, "get">): (asset: bigint, texts: readonly ReleasedText[]) => Promise<void> {
  const missing = new Map<bigint, bigint>();
  return async (asset, texts) => {
    const first = missing.get(asset);
    for (const text of texts.toSorted((a, b) => Number(b.id === first) - Number(a.id === first))) {
      if (await isWhole(store, text)) continue;
      missing.set(asset, text.id);
      throw new Error(
        `the text of contribution ${text.id} is not in the store, or not the one that was committed: store it, or have the contribution taken down`,
      );
    }
    missing.delete(asset);
  };
}

async function isWhole(store: Pick<Store, "get">, { contributor, root, cid }: ReleasedText): Promise<boolean> {
  if (!cid) return false;
  try {
    return contributionRoot([contentHash(decodeText(await store.get(cid)))], contributor) === root;
  } catch (error) {
    if (error instanceof BlobNotFoundError || error instanceof BlobCorruptError || error instanceof BadCidError) {
      return false;
    }
    throw error; // the disk, not the text
  }
}
