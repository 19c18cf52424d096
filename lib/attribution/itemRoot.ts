import { type Address, concat, type Hex, keccak256, numberToHex } from "viem";

/**
 * Leaf of one item of a contribution: keccak256(contentHash ‖ contributor (20 bytes) ‖ uint32be(index)). The contributor is in it, so
 * that a copied commitment is of no use to another account. `index` counts items from 0; above 2^32 − 1 it throws.
 */
export function itemRoot(contentHash: Hex, contributor: Address, index: number): Hex {
  return keccak256(concat([contentHash, contributor, numberToHex(index, { size: 4 })]));
}
