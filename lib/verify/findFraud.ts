import type { Hex } from "viem";
import type { Leaf, SumTree } from "../ledger/index.ts";
import { treeOf } from "./checkLeaves.ts";
import type { Posting } from "./types.ts";

/** A leaf with its proof, as the contract takes it. */
export interface LeafProof {
  epoch: bigint;
  index: bigint;
  payee: Hex;
  amount: bigint;
  proof: Hex;
}

/** What the contract itself recognises as fraud, with the arguments of the function that proves it. */
export type Fraud =
  | { functionName: "proveDisorder"; args: [a: LeafProof, b: LeafProof] }
  | { functionName: "proveDecrease"; args: [was: LeafProof, now: LeafProof] }
  | { functionName: "proveOmission"; args: [was: LeafProof, lo: LeafProof, hi: LeafProof] };

export type PostedLeaves = { posting: Posting; leaves: readonly Leaf[] };

/**
 * Fraud in a posted root that the contract can see for itself: neighbours out of order, a payee with less than before, a payee left out.
 * @param before the epoch that stands before it; null for the first
 * @returns null when there is none, or when the leaves are not those under the roots.
 */
export function findFraud(posted: PostedLeaves, before: PostedLeaves | null): Fraud | null {
  const tree = postedTree(posted);
  if (!tree) return null;
  const { posting, leaves } = posted;
  const at = (index: number) => proofOf(posting, leaves, tree, index);
  const unordered = leaves.findIndex(({ payee }, i) => i > 0 && leaves[i - 1]!.payee >= payee);
  if (unordered > 0) return { functionName: "proveDisorder", args: [at(unordered - 1), at(unordered)] };

  const treeBefore = before && postedTree(before);
  if (!before || !treeBefore) return null;
  const places = new Map(leaves.map(({ payee }, i) => [payee, i]));
  for (const [i, { payee, amount }] of before.leaves.entries()) {
    const was = () => proofOf(before.posting, before.leaves, treeBefore, i);
    const place = places.get(payee);
    if (place !== undefined) {
      if (leaves[place]!.amount < amount) return { functionName: "proveDecrease", args: [was(), at(place)] };
      continue;
    }
    const hi = leaves.findIndex((leaf) => leaf.payee > payee);
    // Before the first or after the last leaf there are no two neighbours: the sentinels are missing.
    if (amount > 0n && hi > 0) return { functionName: "proveOmission", args: [was(), at(hi - 1), at(hi)] };
  }
  return null;
}

function postedTree({ posting, leaves }: PostedLeaves): SumTree | null {
  const tree = treeOf(leaves);
  return tree?.root === posting.root && tree.total === posting.total ? tree : null;
}

function proofOf({ id }: Posting, leaves: readonly Leaf[], tree: SumTree, index: number): LeafProof {
  const { payee, amount } = leaves[index]!;
  return { epoch: BigInt(id), index: BigInt(index), payee, amount, proof: tree.proofOf(index) };
}
