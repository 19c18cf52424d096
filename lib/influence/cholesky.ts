/** Lower triangle L with L Lᵀ = A, row by row in one array of size². */
export interface Factor {
  size: number;
  lower: Float64Array;
}

/**
 * Cholesky's decomposition of a symmetric matrix, of which the lower triangle is read. size³/6 multiplications.
 * @throws RangeError when the matrix is not positive definite.
 */
export function factorise(matrix: Float64Array, size: number): Factor {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k++) sum -= lower[row + k]! * lower[other + k]!;
      if (j < i) {
        lower[row + j] = sum / lower[other + j]!;
        continue;
      }
      if (!(sum > 0)) throw new RangeError(`row ${i} makes the matrix not positive definite: give a larger penalty`);
      lower[row + i] = Math.sqrt(sum);
    }
  }
  return { size, lower };
}

/** x with A x = b. size² multiplications. */
export function solve({ size, lower }: Factor, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * x[k]!;
    x[i] = sum / lower[i * size + i]!;
  }
  // Backwards by columns, so that memory is read in its order.
  for (let i = size - 1; i >= 0; i--) {
    const value = x[i]! / lower[i * size + i]!;
    x[i] = value;
    for (let k = 0; k < i; k++) x[k]! -= lower[i * size + k]! * value;
  }
  return x;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** `dot` of `b` with each of the rows, to the bit: a sum waits for its last addition, so four are made at a time. */
export function dots(b: Float64Array, rows: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(rows.length);
  let r = 0;
  for (; r + 4 <= rows.length; r += 4) {
    const [p, q, s, t] = [rows[r]!, rows[r + 1]!, rows[r + 2]!, rows[r + 3]!];
    let [ofP, ofQ, ofS, ofT] = [0, 0, 0, 0];
    for (let i = 0; i < b.length; i++) {
      ofP += b[i]! * p[i]!;
      ofQ += b[i]! * q[i]!;
      ofS += b[i]! * s[i]!;
      ofT += b[i]! * t[i]!;
    }
    sums[r] = ofP;
    sums[r + 1] = ofQ;
    sums[r + 2] = ofS;
    sums[r + 3] = ofT;
  }
  for (; r < rows.length; r++) sums[r] = dot(b, rows[r]!);
  return sums;
}

/** Σ weight_i · x_i x_iᵀ + penalty · I, lower triangle; every weight is 1 without `weights`. */
export function penalisedGram(
  rows: readonly Float64Array[],
  size: number,
  penalty: number,
  weights?: ArrayLike<number>,
): Float64Array {
  const gram = new Float64Array(size * size);
  for (const [r, row] of rows.entries()) {
    const weight = weights ? weights[r]! : 1;
    for (let i = 0; i < size; i++) {
      const value = row[i]! * weight;
      if (value === 0) continue;
      const at = i * size;
      for (let j = 0; j <= i; j++) gram[at + j]! += value * row[j]!;
    }
  }
  for (let i = 0; i < size; i++) gram[i * size + i]! += penalty;
  return gram;
}
