import type { Credit } from "./creditRows.ts";
import type { Attribution, Params, Share } from "./types.ts";

/**
 * Shares out of `params.scale` by the section "Shares" of the specification: each rounded down, the rest to the treasury. Below the
 * coverage floor a share is of the floor, not of what was found. Contributions in `removed` leave theirs to the treasury.
 */
export function shareOut(
  { gains, attributedMass, totalMass }: Credit,
  params: Params,
  removed: ReadonlySet<number>,
): Pick<Attribution, "shares" | "treasury" | "coverageBps"> {
  const floor = (totalMass * BigInt(params.coverageFloorBps)) / 10_000n;
  const denominator = attributedMass > floor ? attributedMass : floor;
  const shares: Share[] = [];
  let treasury = params.scale;
  for (const { contribution, gain } of gains) {
    if (removed.has(contribution)) continue;
    const share = denominator === 0n ? 0 : Number((BigInt(params.scale) * gain) / denominator);
    if (share === 0) continue;
    shares.push({ contribution, share });
    treasury -= share;
  }
  const coverageBps = totalMass === 0n ? 0 : Number((attributedMass * 10_000n) / totalMass);
  return { shares, treasury, coverageBps };
}
