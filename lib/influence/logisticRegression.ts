import { dot, type Factor, factorise, penalisedGram, solve } from "./cholesky.ts";
import { logistic } from "./exponential.ts";

const MOST_STEPS = 50;
const CONVERGED = 1e-12;

/** Logistic regression for labels −1 and 1: w minimises Σ log(1 + e^(−y_i w·x_i)) + penalty/2 · |w|². */
export interface LogisticModel {
  weights: Float64Array;
  /** Of the Hessian H = Σ s_i(1 − s_i) x_i x_iᵀ + penalty · I at the weights. */
  factor: Factor;
}

/** Newton's method from `start` (0 by default) until no weight moves by more than 1e-12. @param penalty above 0. */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: ArrayLike<number>,
  penalty: number,
  start?: Float64Array,
): LogisticModel {
  const size = rows[0]!.length;
  const weights = start ? start.slice() : new Float64Array(size);
  for (let step = 0; ; step++) {
    const { gradient, curvatures } = derivatives(rows, labels, weights);
    for (let i = 0; i < size; i++) gradient[i]! += penalty * weights[i]!;
    const factor = factorise(penalisedGram(rows, size, penalty, curvatures), size);
    const move = solve(factor, gradient);
    let farthest = 0;
    for (let i = 0; i < size; i++) {
      weights[i]! -= move[i]!;
      farthest = Math.max(farthest, Math.abs(move[i]!));
    }
    if (farthest <= CONVERGED || step === MOST_STEPS) return { weights, factor };
  }
}

/** Gradient of the loss (without the penalty) and s_i(1 − s_i) of each row, where s_i = 1 / (1 + e^(y_i w·x_i)). */
function derivatives(rows: readonly Float64Array[], labels: ArrayLike<number>, weights: Float64Array) {
  const gradient = new Float64Array(weights.length);
  const curvatures = new Float64Array(rows.length);
  for (const [r, row] of rows.entries()) {
    const wrong = logistic(-labels[r]! * dot(weights, row));
    curvatures[r] = wrong * (1 - wrong);
    const slope = -labels[r]! * wrong;
    for (let i = 0; i < gradient.length; i++) gradient[i]! += slope * row[i]!;
  }
  return { gradient, curvatures };
}

/**
 * What training without row i would change of w·q for each query, by one Newton step from the full model: with the row's slope
 * g_i and curvature c_i, w − w₋ᵢ ≈ −H⁻¹ x_i · g_i / (1 − c_i x_iᵀH⁻¹x_i) (Pregibon, "Logistic regression diagnostics", 1981;
 * Koh and Liang, 2017, without the division).
 * @returns for each of `removed` the effects on all of `queries`.
 */
export function leaveOneOutEffects(
  { weights, factor }: LogisticModel,
  rows: readonly Float64Array[],
  labels: ArrayLike<number>,
  removed: readonly number[],
  queries: readonly Float64Array[],
): Float64Array[] {
  return removed.map((r) => {
    const row = rows[r]!;
    const wrong = logistic(-labels[r]! * dot(weights, row));
    const solved = solve(factor, row);
    const step = (labels[r]! * wrong) / (1 - wrong * (1 - wrong) * dot(row, solved));
    return Float64Array.from(queries, (query) => step * dot(solved, query));
  });
}

/**
 * The same for rows removed together (all of an owner): one Newton step with the Hessian of the rows that stay,
 * w − w₋G ≈ −(H − Σ_G c_i x_i x_iᵀ)⁻¹ Σ_G g_i x_i. @returns the effect on each of `queries`.
 */
export function leaveGroupOutEffect(
  { weights }: LogisticModel,
  rows: readonly Float64Array[],
  labels: ArrayLike<number>,
  penalty: number,
  group: ReadonlySet<number>,
  queries: readonly Float64Array[],
): Float64Array {
  const { curvatures } = derivatives(rows, labels, weights);
  const members = [...group];
  const { gradient } = derivatives(
    members.map((r) => rows[r]!),
    members.map((r) => labels[r]!),
    weights,
  );
  for (const r of members) curvatures[r] = 0;
  const size = weights.length;
  const move = solve(factorise(penalisedGram(rows, size, penalty, curvatures), size), gradient);
  return Float64Array.from(queries, (query) => -dot(move, query));
}
