import { expect, it } from "vitest";
import { buildMinimumTree, rangeMinimum } from "./minimumTree.ts";
import { randomNumbers } from "./randomNumbers.fixture.ts";

it("finds the least value of any range, over several levels", () => {
  const random = randomNumbers(11);
  for (const length of [1, 15, 16, 17, 255, 256, 257, 5000]) {
    const values = Int32Array.from({ length }, () => random(1_000_000));
    const tree = buildMinimumTree(values);
    for (let trial = 0; trial < 300; trial++) {
      const from = random(length);
      const to = from + 1 + random(length - from);
      expect(rangeMinimum(tree, from, to)).toBe(Math.min(...values.subarray(from, to)));
    }
  }
});
