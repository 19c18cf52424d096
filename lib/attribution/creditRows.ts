import { NgramCounter, publisherCounts } from "./publisherCounts.ts";
import type { ContributionKind, EvidenceRow } from "./types.ts";

/** One bit table unit of a token's mass, so that floors lose next to nothing. */
export const MASS_PER_BIT_UNIT = 65_536;

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
 * surprisal of token i; the rows are sorted by start.
 *
 * Exactness: `resolveParams` bounds bits by 2^16, so a token's mass is at most 2^32, and n-grams over a token by 64 · 65 / 2
 * < 2^12, so mass · count + count < 2^53 fits a plain number (`floorDivide`). Sums over tokens are BigInt beyond 2^52 (`ExactSum`).
 */
export function creditRows(
  rows: readonly EvidenceRow[],
  bits: ArrayLike<number>,
  kindOf: (contribution: number) => ContributionKind,
): Credit {
  const covering = countAll(rows, bits.length);
  const byCommons = rows.filter(({ contribution }) => kindOf(contribution) === "commons");
  const commons = countAll(byCommons, bits.length);

  const gains: Credit["gains"] = [];
  const sum = new ExactSum();
  let current = -1;
  for (const { contribution, counts, from, to } of publisherCounts(rows, bits.length)) {
    if (kindOf(contribution) !== "paid") continue;
    if (contribution !== current) {
      if (current >= 0) gains.push({ contribution: current, gain: sum.take() });
      current = contribution;
    }
    for (let i = from; i < to; i++) {
      const mass = bits[i]! * MASS_PER_BIT_UNIT;
      sum.add(counts[i] === covering[i] ? mass : floorDivide(mass * counts[i]!, covering[i]!));
    }
  }
  if (current >= 0) gains.push({ contribution: current, gain: sum.take() });

  const attributed = new ExactSum();
  const total = new ExactSum();
  for (let i = 0; i < bits.length; i++) {
    const mass = bits[i]! * MASS_PER_BIT_UNIT;
    total.add(mass);
    if (covering[i] !== 0) attributed.add(mass - floorDivide(mass * commons[i]!, covering[i]!));
  }
  return { gains, attributedMass: attributed.take(), totalMass: total.take() };
}

function countAll(rows: readonly EvidenceRow[], length: number): Int32Array {
  const counts = new Int32Array(length);
  const counter = new NgramCounter(length);
  for (const row of rows) counter.add(row);
  counter.sum(counts, 0, length);
  return counts;
}

/**
 * Exact when dividend + divisor ≤ 2^53: a quotient that is no whole number lies at least 1 / divisor below the next one, more than
 * half a unit in the last place of the rounded quotient, so rounding does not reach it.
 */
function floorDivide(dividend: number, divisor: number): number {
  return Math.floor(dividend / divisor);
}

/** Sum of whole numbers up to 2^52 each. */
class ExactSum {
  #carried = 0n;
  #sum = 0;

  add(value: number): void {
    this.#sum += value;
    if (this.#sum < 2 ** 52) return;
    this.#carried += BigInt(this.#sum);
    this.#sum = 0;
  }

  /** The sum; it then begins again at 0. */
  take(): bigint {
    const sum = this.#carried + BigInt(this.#sum);
    this.#carried = 0n;
    this.#sum = 0;
    return sum;
  }
}
