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
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? EMPTY_ROOT;
}

/** The neighbours on the way from leaf `index` to the root, from below; a node that moves up unchanged has none. */
export function merklePath(leaves: readonly Hex[], index: number): Hex[] {
  const path: Hex[] = [];
  for (let level = leaves, at = index; level.length > 1; level = levelAbove(level), at >>= 1) {
    const neighbour = level[at ^ 1];
    if (neighbour) path.push(neighbour);
  }
  return path;
}

/** The root that a leaf at `index` of `size` leaves has with this path; undefined when the path does not have its length. */
export function rootOfPath(leaf: Hex, index: number, size: number, path: readonly Hex[]): Hex | undefined {
  if (index < 0 || index >= size) return undefined;
  let node = leaf;
  let used = 0;
  for (let at = index, width = size; width > 1; at >>= 1, width = (width + 1) >> 1) {
    if ((at ^ 1) >= width) continue;
    const neighbour = path[used++];
    if (!neighbour) return undefined;
    node = parentOf(at % 2 === 0 ? node : neighbour, at % 2 === 0 ? neighbour : node);
  }
  return used === path.length ? node : undefined;
}

/** The nodes over a level's; of an even number of them, whatever follows. */
export function levelAbove(level: readonly Hex[]): Hex[] {
  const above: Hex[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const right = level[i + 1];
    above.push(right ? parentOf(level[i]!, right) : level[i]!);
  }
  return above;
}

function parentOf(left: Hex, right: Hex): Hex {
  return keccak256(concat([NODE_TAG, left, right]));
}
