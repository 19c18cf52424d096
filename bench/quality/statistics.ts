/** Weight of each contribution. */
export type Weights = ReadonlyMap<number, number>;

/** Scaled to sum 1; empty when there is nothing. */
export function normalise(weights: Weights): Map<number, number> {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return new Map(sum > 0 ? [...weights].map(([key, weight]) => [key, weight / sum]) : []);
}

/** Half the sum of the differences of two normalised weightings: 0 when equal, 1 when they share nothing or one is empty. */
export function totalVariation(one: Weights, other: Weights): number {
  if (one.size === 0 || other.size === 0) return 1;
  let sum = 0;
  for (const key of new Set([...one.keys(), ...other.keys()]))
    sum += Math.abs((one.get(key) ?? 0) - (other.get(key) ?? 0));
  return sum / 2;
}

/** The greatest; of equal ones the first in order. −1 when empty. */
export function topOf(weights: Weights): number {
  let top = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [key, weight] of weights) {
    if (weight > most) {
      top = key;
      most = weight;
    }
  }
  return top;
}

/** Whether the greatest of both, of equal ones the first, stand at one place. False where no `share` is above 0: nothing was found then. */
export function sameTop(shares: readonly number[], losses: readonly number[]): boolean {
  const most = Math.max(0, ...shares);
  return most > 0 && shares.indexOf(most) === losses.indexOf(Math.max(...losses));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 0 where one side does not vary. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += (a[i]! - meanA) * (b[i]! - meanB);
    squaresA += (a[i]! - meanA) ** 2;
    squaresB += (b[i]! - meanB) ** 2;
  }
  return squaresA > 0 && squaresB > 0 ? both / Math.sqrt(squaresA * squaresB) : 0;
}

/** Pearson's of the ranks; ties share the middle of theirs. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return pearson(ranks(a), ranks(b));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranked = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranked[order[i]!] = (from + to - 1) / 2;
    from = to;
  }
  return ranked;
}
