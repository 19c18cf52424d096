import type { Address, Hex } from "viem";
import { itemRoot } from "./itemRoot.ts";
import { merkleRoot } from "./merkleRoot.ts";

/** Root of a contribution: `merkleRoot` over the `itemRoot`s of its items' content hashes. For one item it is that leaf. */
export function contributionRoot(contentHashes: readonly Hex[], contributor: Address): Hex {
  return merkleRoot(contentHashes.map((hash, index) => itemRoot(hash, contributor, index)));
}
