/** Enough for the last bit: what follows is below 2 ** -56 of the sum. */
const LAST_POWER = 33;

/**
 * The natural logarithm by additions, multiplications and divisions only, which IEEE 754 rounds one way: every engine gives the same bits.
 * `Math.log` may differ in the last one, and with it the order of two passages. @param x finite, at least 1
 */
export function naturalLog(x: number): number {
  let halvings = 0;
  let rest = x;
  while (rest >= 2) {
    rest /= 2;
    halvings++;
  }
  // ln rest = 2 artanh s, with s below 1/3.
  const s = (rest - 1) / (rest + 1);
  const square = s * s;
  let sum = 0;
  for (let power = LAST_POWER; power > 0; power -= 2) sum = sum * square + 1 / power;
  return halvings * Math.LN2 + 2 * s * sum;
}
