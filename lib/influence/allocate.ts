/** Effects are first rounded to this many parts of the greatest, so that what follows is whole numbers only. */
const PARTS = 2 ** 40;

/**
 * Pays `max(0, effect)` over the sum of the positives in whole units that add up to `scale` exactly; all 0 when no effect is
 * positive. Effects become integers of 1/2^40 of the greatest; the units left over by rounding down go to the largest
 * remainders, of equal ones to the earliest. The effects themselves are IEEE 754 doubles made by + − × ÷ √ alone: the same bits
 * on every conforming engine.
 */
export function allocatePositive(effects: ArrayLike<number>, scale: number): number[] {
  let greatest = 0;
  for (let i = 0; i < effects.length; i++) greatest = Math.max(greatest, effects[i]!);
  const weights = Array.from(effects, (effect) => (effect > 0 ? BigInt(Math.round((effect / greatest) * PARTS)) : 0n));
  return allocate(weights, scale);
}

/** Splits `scale` units in proportion to non-negative whole weights by largest remainders. All 0 when the weights are. */
export function allocate(weights: readonly bigint[], scale: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return weights.map(() => 0);
  const units = new Array<number>(weights.length).fill(0);
  const remainders: { place: number; remainder: bigint }[] = [];
  let left = scale;
  for (const [place, weight] of weights.entries()) {
    if (weight === 0n) continue;
    const product = BigInt(scale) * weight;
    const unit = Number(product / sum);
    units[place] = unit;
    left -= unit;
    remainders.push({ place, remainder: product % sum });
  }
  remainders.sort((a, b) => compare(b.remainder, a.remainder) || a.place - b.place);
  for (const { place } of remainders.slice(0, left)) units[place]!++;
  return units;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
