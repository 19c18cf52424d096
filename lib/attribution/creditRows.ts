import { publisherCounts } from "./publisherCounts.ts";
import type { ContributionKind, EvidenceRow } from "./types.ts";

/** One bit table unit of a token's mass, so that floors lose next to nothing. */
const MASS_PER_BIT_UNIT = 65_536;

export interface Credit {
  /** `G_c` of each paid contribution in the rows, ascending by contribution. */
  gains: { contribution: number; gain: bigint }[];
  /** `A`: mass of covered tokens less what the commons explain. */
  attributedMass: bigint;
  /** `M`: mass of all tokens. */
  totalMass: bigint;
}

/**
 * Splits each token's mass over the n-grams that cover it (section "Credit" of the specification). `bits[i]` is the capped
 * surprisal of token i.
 *
 * Exactness: `resolveParams` bounds bits by 2^16 and n-grams over a token by 1,024 · 1,025 / 2 < 2^20, so mass · count < 2^52 fits a
 * plain number; sums over tokens are BigInt.
 */
export function creditRows(
  rows: readonly EvidenceRow[],
  bits: ArrayLike<number>,
  kinds: readonly ContributionKind[],
): Credit {
  const covering = new Int32Array(bits.length);
  const commons = new Int32Array(bits.length);
  for (const { contribution, counts, from, to } of publisherCounts(rows, bits.length)) {
    for (let i = from; i < to; i++) {
      covering[i]! += counts[i]!;
      if (kinds[contribution] === "commons") commons[i]! += counts[i]!;
    }
  }

  const gains: Credit["gains"] = [];
  for (const { contribution, counts, from, to } of publisherCounts(rows, bits.length)) {
    if (kinds[contribution] !== "paid") continue;
    let gain = 0n;
    for (let i = from; i < to; i++) {
      if (counts[i] !== 0) gain += BigInt(floorDivide(bits[i]! * MASS_PER_BIT_UNIT * counts[i]!, covering[i]!));
    }
    gains.push({ contribution, gain });
  }

  let attributedMass = 0n;
  let totalMass = 0n;
  for (let i = 0; i < bits.length; i++) {
    const mass = bits[i]! * MASS_PER_BIT_UNIT;
    totalMass += BigInt(mass);
    if (covering[i] !== 0) attributedMass += BigInt(mass - floorDivide(mass * commons[i]!, covering[i]!));
  }
  return { gains, attributedMass, totalMass };
}

/** Exact for whole numbers below 2^53: the remainder of a number is never rounded, and what is left divides evenly. */
function floorDivide(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}
