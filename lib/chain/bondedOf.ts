/** Wei behind a pool's shares that do not thaw, rounded down: `bondedOf` of the staking contract. */
export function bondedOf({ tokens, shares, thawing }: { tokens: bigint; shares: bigint; thawing: bigint }): bigint {
  return shares === 0n ? 0n : ((shares - thawing) * tokens) / shares;
}
