/** Rewards in wei of OPEN, by where they came from. */
export type RewardSources = { fees: bigint; emissions: bigint };

/**
 * Splits what a staker has of a pool's rewards by where the pool had them from; the rest after rounding down is counted as emissions, so that fees are
 * never overstated. Null: no record says where they came from.
 * @param mine wei paid and due to the staker
 * @param rewarded wei that ever came to the pool
 * @param fromFees wei of it that receipts account for; null where no receipt is on record
 */
export function rewardSources(mine: bigint, rewarded: bigint, fromFees: bigint | null): RewardSources | null {
  if (mine === 0n) return { fees: 0n, emissions: 0n };
  if (fromFees === null || rewarded === 0n) return null;
  const fees = fromFees >= rewarded ? mine : (mine * fromFees) / rewarded;
  return { fees, emissions: mine - fees };
}
