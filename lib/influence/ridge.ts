import { dot, dots, type Factor, factorise, penalisedGram, solve } from "./cholesky.ts";

/** Ridge regression: w minimises Σ (y_i − w·x_i)² + penalty · |w|². */
export interface Ridge {
  weights: Float64Array;
  /** Of H = XᵀX + penalty · I. */
  factor: Factor;
}

/** @param penalty above 0. */
export function fitRidge(rows: readonly Float64Array[], targets: ArrayLike<number>, penalty: number): Ridge {
  const size = rows[0]!.length;
  const factor = factorise(penalisedGram(rows, size, penalty), size);
  return { weights: ridgeWeights(factor, rows, targets), factor };
}

/** w = H⁻¹ Xᵀy: one factor serves any number of targets. */
export function ridgeWeights(factor: Factor, rows: readonly Float64Array[], targets: ArrayLike<number>): Float64Array {
  const moments = new Float64Array(factor.size);
  for (const [r, row] of rows.entries()) {
    for (let i = 0; i < moments.length; i++) moments[i]! += targets[r]! * row[i]!;
  }
  return solve(factor, moments);
}

/** Targets, and the weights they gave, to the coefficients of the rows. */
export type Coefficients = (weights: Float64Array, targets: ArrayLike<number>) => Float64Array;

/** As `leaveOneOutCoefficients`, for any number of targets: what does not depend on them is worked out once. */
export function leavingOneOut(factor: Factor, rows: readonly Float64Array[]): Coefficients {
  // h_i = x_iᵀ H⁻¹ x_i of each row: from 0 to below 1.
  const leverage = Float64Array.from(rows, (row) => dot(row, solve(factor, row)));
  return (weights, targets) =>
    Float64Array.from(rows, (row, i) => (targets[i]! - dot(weights, row)) / (1 - leverage[i]!));
}

/**
 * What training without row i would change, exactly: w − w₋ᵢ = H⁻¹ x_i · e_i / (1 − h_i) with e_i = y_i − w·x_i (Sherman and
 * Morrison, 1950). Gives e_i / (1 − h_i) for each row: the effect on a prediction for q is that times (H⁻¹q)·x_i.
 */
export function leaveOneOutCoefficients(
  { weights, factor }: Ridge,
  rows: readonly Float64Array[],
  targets: ArrayLike<number>,
): Float64Array {
  return leavingOneOut(factor, rows)(weights, targets);
}

/** As `leaveGroupOutCoefficients`, for any number of targets: what does not depend on them is worked out once. */
export function leavingGroupsOut(
  factor: Factor,
  rows: readonly Float64Array[],
  groups: ArrayLike<number>,
): Coefficients {
  const members = new Map<number, number[]>();
  for (let i = 0; i < rows.length; i++) {
    const group = members.get(groups[i]!);
    if (group) group.push(i);
    else members.set(groups[i]!, [i]);
  }
  const inners = [...members.values()].map((group) => {
    const size = group.length;
    const inner = new Float64Array(size * size);
    for (const [a, row] of group.entries()) {
      const solved = solve(factor, rows[row]!);
      for (let b = 0; b <= a; b++) inner[a * size + b] = (a === b ? 1 : 0) - dot(solved, rows[group[b]!]!);
    }
    return { group, inner: factorise(inner, size) };
  });
  return (weights, targets) => {
    const coefficients = new Float64Array(rows.length);
    for (const { group, inner } of inners) {
      const solved = solve(
        inner,
        group.map((row) => targets[row]! - dot(weights, rows[row]!)),
      );
      for (const [a, row] of group.entries()) coefficients[row] = solved[a]!;
    }
    return coefficients;
  };
}

/**
 * The same for groups of rows removed together (all rows of an owner): (I − X_G H⁻¹ X_Gᵀ)⁻¹ e_G by Woodbury's identity, exact
 * too. The effect of a group on a prediction for q is Σ over its rows of coefficient times (H⁻¹q)·x_i.
 * @param groups group of each row, numbered from 0.
 */
export function leaveGroupOutCoefficients(
  { weights, factor }: Ridge,
  rows: readonly Float64Array[],
  targets: ArrayLike<number>,
  groups: ArrayLike<number>,
): Float64Array {
  return leavingGroupsOut(factor, rows, groups)(weights, targets);
}

/**
 * Effect of each row on the prediction for `query`: what it would lose were the row (or, with group coefficients, its group)
 * not there.
 */
export function effectsOn(
  factor: Factor,
  rows: readonly Float64Array[],
  coefficients: ArrayLike<number>,
  query: Float64Array,
): Float64Array {
  const direction = solve(factor, query);
  return dots(direction, rows).map((sum, i) => sum * coefficients[i]!);
}
