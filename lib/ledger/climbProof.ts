import { type Hex, sliceHex } from "viem";
import { leafHash, nodeHash } from "./sumTree.ts";

const SIBLING_BYTES = 48;
const MAX_DEPTH = 32;

/**
 * Root hash and root sum that a leaf, its index and its siblings imply, as the contract's `SumTree.climb` computes them. A claim holds
 * when both equal the posted epoch's.
 * @throws RangeError when the proof is malformed or the index does not fit its length.
 */
export function climbProof(proof: Hex, index: number, payee: Hex, amount: bigint): { root: Hex; sum: bigint } {
  const bytes = (proof.length - 2) / 2;
  const depth = bytes / SIBLING_BYTES;
  if (!Number.isInteger(depth) || depth > MAX_DEPTH) throw new RangeError(`proof of ${bytes} bytes is malformed`);
  if (index < 0 || index >= 2 ** depth)
    throw new RangeError(`index ${index} does not fit a proof of ${depth} siblings`);
  let node = { hash: leafHash(payee, amount), sum: amount };
  for (let height = 0, at = index; height < depth; height++, at = Math.floor(at / 2)) {
    const offset = height * SIBLING_BYTES;
    const sibling = {
      hash: sliceHex(proof, offset, offset + 32),
      sum: BigInt(sliceHex(proof, offset + 32, offset + SIBLING_BYTES)),
    };
    const hash = at % 2 === 0 ? nodeHash(node, sibling) : nodeHash(sibling, node);
    node = { hash, sum: node.sum + sibling.sum };
  }
  return { root: node.hash, sum: node.sum };
}
