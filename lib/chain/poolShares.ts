/** Of a pool or of a part of it; tokens in wei. */
type Pool = { tokens: bigint; shares: bigint };

/** Wei that shares of a pool are worth, rounded down as the staking contract does when they are taken out. */
export const worthOf = (shares: bigint, pool: Pool): bigint =>
  pool.shares === 0n ? 0n : (shares * pool.tokens) / pool.shares;

/** Wei behind a pool's shares that do not thaw: `bondedOf` of the staking contract. */
export const bondedOf = ({ tokens, shares, thawing }: Pool & { thawing: bigint }): bigint =>
  worthOf(shares - thawing, { tokens, shares });

/**
 * The fewest shares worth at least `amount` wei, of a position that holds `most`. A pool that was slashed to nothing worth a wei gives all.
 */
export function sharesFor(amount: bigint, pool: Pool, most: bigint): bigint {
  if (pool.tokens === 0n) return most;
  const shares = (amount * pool.shares + pool.tokens - 1n) / pool.tokens;
  return shares < most ? shares : most;
}
