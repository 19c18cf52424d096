import { expect, it } from "vitest";
import { creditRows } from "./creditRows.ts";

it("adds up what is beyond 2^53 to the last unit", () => {
  const tokens = 2 ** 23;
  const rows = [0, 1, 2].map((contribution) => ({ start: 0, from: tokens, to: tokens, contribution, offset: 0 }));
  const { gains, attributedMass, totalMass } = creditRows(rows, new Int32Array(tokens).fill(65_536), () => "paid");
  const third = BigInt(tokens) * (2n ** 32n / 3n);
  expect(third > 2n ** 53n).toBe(true);
  expect(gains).toEqual([0, 1, 2].map((contribution) => ({ contribution, gain: third })));
  expect([attributedMass, totalMass]).toEqual([2n ** 55n, 2n ** 55n]);
});
