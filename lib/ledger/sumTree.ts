import { concatHex, type Hex, isHex, keccak256, numberToHex } from "viem";

/** What a payee is entitled to since the beginning, in wei. */
export interface Leaf {
  /** 32 bytes: an address or a staking target. */
  payee: Hex;
  amount: bigint;
}

export interface SumTree {
  root: Hex;
  total: bigint;
  /** The root's two children, which `post` opens on chain. */
  hl: Hex;
  sl: bigint;
  hr: Hex;
  sr: bigint;
  /** Siblings from the leaf upwards, 48 bytes each (hash ‖ sum). */
  proofOf(index: number): Hex;
}

interface Node {
  hash: Hex;
  sum: bigint;
}

const EMPTY: Node = { hash: `0x${"0".repeat(64)}`, sum: 0n };
const LIMIT = 2n ** 128n;
const MAX_LEAVES = 2 ** 32;

/**
 * Merkle sum tree: leaf = keccak(payee₃₂ ‖ amount₁₆), node = keccak(hL ‖ sL₁₆ ‖ hR ‖ sR₁₆), padded to a power of two with (0, 0)
 * (protocol, section 2; contracts/src/libraries/SumTree.sol).
 * @param leaves Two at least, strictly ascending by payee: the sentinels belong to them (see `withSentinels`).
 * @throws RangeError naming the leaf when the order, a payee or an amount is wrong, or the total is no uint128.
 */
export function buildSumTree(leaves: readonly Leaf[]): SumTree {
  checkLeaves(leaves);
  return sumTreeOf(leaves);
}

/**
 * The tree over any leaves, out of order as they may be: for proving what somebody posted.
 * @throws RangeError when there are fewer than two; Error when an amount or a sum is no uint128.
 */
export function sumTreeOf(leaves: readonly Leaf[]): SumTree {
  if (leaves.length < 2) throw new RangeError(`a tree of ${leaves.length} leaves cannot be posted; give 2 to 2^32`);
  const levels: Node[][] = [leaves.map((leaf) => ({ hash: leafHash(leaf.payee, leaf.amount), sum: leaf.amount }))];
  const empties = [EMPTY];
  for (let level = levels[0]!; level.length > 1; level = levels.at(-1)!) {
    const empty = empties.at(-1)!;
    const above: Node[] = [];
    for (let i = 0; i < level.length; i += 2) above.push(parentOf(level[i]!, level[i + 1] ?? empty));
    levels.push(above);
    empties.push(parentOf(empty, empty));
  }
  const depth = levels.length - 1;
  const root = levels[depth]![0]!;
  const [left, right] = [levels[depth - 1]![0]!, levels[depth - 1]![1]!];

  const proofOf = (index: number): Hex => {
    if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
      throw new RangeError(`leaf ${index} does not exist; the tree has ${leaves.length}`);
    }
    const siblings: Hex[] = [];
    for (let height = 0, at = index; height < depth; height++, at >>>= 1) {
      const sibling = levels[height]![at ^ 1] ?? empties[height]!;
      siblings.push(sibling.hash, sumBytes(sibling.sum));
    }
    return concatHex(siblings);
  };
  return { root: root.hash, total: root.sum, hl: left.hash, sl: left.sum, hr: right.hash, sr: right.sum, proofOf };
}

export function leafHash(payee: Hex, amount: bigint): Hex {
  return keccak256(concatHex([payee, sumBytes(amount)]));
}

export function nodeHash(left: Node, right: Node): Hex {
  return keccak256(concatHex([left.hash, sumBytes(left.sum), right.hash, sumBytes(right.sum)]));
}

function parentOf(left: Node, right: Node): Node {
  return { hash: nodeHash(left, right), sum: left.sum + right.sum };
}

function sumBytes(sum: bigint): Hex {
  return numberToHex(sum, { size: 16 });
}

function checkLeaves(leaves: readonly Leaf[]): void {
  if (leaves.length < 2 || leaves.length > MAX_LEAVES) {
    throw new RangeError(`a tree of ${leaves.length} leaves cannot be posted; give 2 to 2^32`);
  }
  let total = 0n;
  let previous = -1n;
  for (const [index, { payee, amount }] of leaves.entries()) {
    if (!isHex(payee) || payee.length !== 66) throw new RangeError(`leaf ${index}: payee ${payee} is not 32 bytes`);
    if (amount < 0n) throw new RangeError(`leaf ${index}: amount ${amount} is negative`);
    if (BigInt(payee) <= previous) throw new RangeError(`leaf ${index}: payees must strictly ascend`);
    previous = BigInt(payee);
    total += amount;
  }
  if (total >= LIMIT) throw new RangeError(`leaves add up to ${total} wei, more than a uint128`);
}
