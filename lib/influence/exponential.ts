const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Terms of the series; what is left out is below 2^-60 for |r| ≤ ln 2 / 2. */
const TERMS = 15;

/**
 * e^x by + − × ÷ alone. `Math.exp` may differ in its last bits from engine to engine; these four are rounded one way by IEEE
 * 754, so what is computed with them has the same bits everywhere. Relative error below 1e-15 for |x| ≤ 700; x beyond ±700 is
 * taken as ±700.
 */
export function exponential(x: number): number {
  const bounded = Math.max(-700, Math.min(700, x));
  const halvings = Math.round(bounded / Math.LN2);
  const rest = bounded - halvings * LN2_HIGH - halvings * LN2_LOW;
  let sum = 1;
  for (let term = TERMS; term > 0; term--) sum = 1 + (rest * sum) / term;
  const factor = halvings < 0 ? 0.5 : 2;
  for (let i = Math.abs(halvings); i > 0; i--) sum *= factor;
  return sum;
}

/** 1 / (1 + e^-x): from 0 to 1. */
export function logistic(x: number): number {
  return 1 / (1 + exponential(-x));
}
