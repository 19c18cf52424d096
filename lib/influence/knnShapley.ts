/**
 * Exact Shapley values of the training rows for one query of a k-nearest-neighbours classifier whose worth is the part of the k
 * nearest that have the query's label (fewer than k rows: the missing ones count as wrong). From the farthest row in: s_N =
 * right_N · min(k, N) / (N k), and s_i = s_{i+1} + (right_i − right_{i+1}) / k · min(k, i) / i (Jia et al., "Efficient
 * task-specific data valuation for nearest neighbor algorithms", 2019).
 * @param similarities of each row to the query; of equal ones the earlier row is the nearer.
 * @param right whether each row has the query's label.
 */
export function knnShapley(similarities: ArrayLike<number>, right: readonly boolean[], k: number): Float64Array {
  const count = right.length;
  const values = new Float64Array(count);
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => similarities[b]! - similarities[a]! || a - b);
  let value = 0;
  for (let place = count; place >= 1; place--) {
    const here = Number(right[order[place - 1]!]);
    if (place === count) value = (here * Math.min(k, count)) / (count * k);
    else value += ((here - Number(right[order[place]!])) / k) * (Math.min(k, place) / place);
    values[order[place - 1]!] = value;
  }
  return values;
}
