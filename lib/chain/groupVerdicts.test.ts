import { zeroHash } from "viem";
import { expect, it } from "vitest";
import { groupVerdicts } from "./groupVerdicts.ts";

const guilty = { guilty: true, recomputedRoot: zeroHash, slashBps: 5_000 };
const milder = { ...guilty, slashBps: 100 };
const weights = new Map([
  [3n, 30n],
  [5n, 20n],
  [7n, 40n],
]);
const vote = (validator: bigint, verdict = guilty) => ({
  ...verdict,
  validator,
  signature: `0x0${validator}` as const,
});

it("adds up only what is signed alike, ascending by validator", () => {
  const [first, second] = groupVerdicts([vote(7n), vote(3n), vote(5n, milder)], weights, 100n);
  expect(first).toEqual({
    ...guilty,
    votes: [
      { validator: 3n, signature: "0x03" },
      { validator: 7n, signature: "0x07" },
    ],
    weight: 70n,
    decisive: true,
  });
  expect(second).toMatchObject({ ...milder, weight: 20n, decisive: false });
});

it.each([
  [90n, 135n, true],
  [90n, 136n, false],
  [0n, 0n, false],
])("weight %i of %i decides: %s", (weight, total, decisive) => {
  const [only] = groupVerdicts([vote(3n)], new Map([[3n, weight]]), total);
  expect(only!.decisive).toBe(decisive);
});

it("gives a validator of unknown weight none", () => {
  expect(groupVerdicts([vote(9n)], weights, 100n)[0]).toMatchObject({ weight: 0n, decisive: false });
});
