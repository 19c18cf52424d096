import type { Attribution, Share } from "../types.ts";
import type { ContextAttribution } from "./attributeContext.ts";

/** A pool of `scale` units by channel. The three add up to the scale exactly. */
export interface PoolSplit {
  exact: Share[];
  context: Share[];
  treasury: number;
}

/**
 * Splits one pool between the two channels: the context channel takes its total, the exact shares are of what is left,
 * `floor(share · (scale − total) / scale)`, and the rest is the treasury's. A contribution may stand in both lists.
 */
export function splitPool(exact: Attribution, context: ContextAttribution): PoolSplit {
  const scale = BigInt(exact.params.scale);
  const left = scale - BigInt(context.total);
  const shares = exact.shares
    .map(({ contribution, share }) => ({ contribution, share: Number((BigInt(share) * left) / scale) }))
    .filter(({ share }) => share > 0);
  const paid = shares.reduce((sum, { share }) => sum + share, 0);
  return { exact: shares, context: context.shares, treasury: Number(left) - paid };
}
