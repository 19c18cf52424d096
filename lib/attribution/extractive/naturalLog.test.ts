import { expect, it } from "vitest";
import { naturalLog } from "./naturalLog.ts";

it("is the natural logarithm, to within a few units in the last place", () => {
  expect(naturalLog(1)).toBe(0);
  for (let x = 1; x < 1e12; x = x * 1.0137 + 0.0001) {
    const expected = Math.log(x);
    expect(Math.abs(naturalLog(x) - expected)).toBeLessThanOrEqual(4 * Number.EPSILON * expected);
  }
});

it("gives the bits that it gave when receipts were written", () => {
  const bits = (x: number) => new BigUint64Array(Float64Array.of(naturalLog(x)).buffer)[0]!.toString(16);
  expect([1.5, 3, 1 + 40.5 / 2.5, 1234.5678].map(bits)).toEqual([
    "3fd9f323ecbf984c",
    "3ff193ea7aad030a",
    "4006c25fd9dcb3f3",
    "401c7951d51791d7",
  ]);
});

it("never falls as its argument grows by one passage", () => {
  for (let n = 1; n < 20_000; n++) expect(naturalLog(n + 1)).toBeGreaterThan(naturalLog(n));
});
