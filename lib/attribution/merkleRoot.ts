import { concat, type Hex, keccak256 } from "viem";

/** First byte of what is hashed, so that a node, a chunk and a ledger entry can never be read as one another. */
export const CHUNK_TAG: Hex = "0x00";
const NODE_TAG: Hex = "0x01";
export const ENTRY_TAG: Hex = "0x02";

/** Root of no leaves. */
export const EMPTY_ROOT: Hex = `0x${"00".repeat(32)}`;

/**
 * Root of a binary Merkle tree over 32-byte hashes in their order: node = keccak256(0x01 ‖ left ‖ right); a node without a
 * neighbour moves up unchanged; one leaf is its own root; no leaf gives 32 zero bytes.
 */
export function merkleRoot(leaves: readonly Hex[]): Hex {
  let level = leaves;
  while (level.length > 1) {
    const above: Hex[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      above.push(right ? keccak256(concat([NODE_TAG, level[i]!, right])) : level[i]!);
    }
    level = above;
  }
  return level[0] ?? EMPTY_ROOT;
}
