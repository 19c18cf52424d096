import { type Hex, zeroHash } from "viem";

/**
 * The root that a verdict begins with: what others signed for the same, else as posted where the claim is refused (the worker's validators sign that) and
 * none where it is upheld. Only what is signed alike adds up.
 * @param posted of the epoch; null where the case is not about one
 */
export const startingRoot = (
  guilty: boolean,
  before: { guilty: boolean; recomputedRoot: Hex } | null,
  posted: Hex | null,
): Hex => {
  if (posted === null) return zeroHash;
  if (before?.guilty === guilty) return before.recomputedRoot;
  return guilty ? zeroHash : posted;
};
