import { expect, it } from "vitest";
import { creditPassages } from "./creditPassages.ts";

const BIT = 65_536n;
const credit = (answer: string, passage: string) => {
  const words = answer.split(" ");
  const all = <T>(value: T) => words.map(() => value);
  return creditPassages(words, all(3), all(true), [{ contribution: 0, offset: 0, words: passage.split(" ") }]).get(0);
};

it("credits a word in full beside a neighbour of the passage, on either side, else a third of it", () => {
  expect(credit("alpha", "alpha omega")).toBe(BIT);
  expect(credit("amber alpha", "amber alpha")).toBe(6n * BIT);
  expect(credit("x alpha y", "amber alpha")).toBe(BIT);
});

it("takes no word for the neighbour that the ends of an answer lack", () => {
  expect(credit("alpha", "undefined alpha")).toBe(BIT);
  expect(credit("alpha", "alpha undefined")).toBe(BIT);
});

it("rounds down, what a word explains and what each passage gets of it", () => {
  const of = (count: number, bits: number) => {
    const passages = Array.from({ length: count }, (_, contribution) => ({
      contribution,
      offset: 0,
      words: ["alpha"],
    }));
    return [...creditPassages(["alpha"], [bits], [true], passages).values()];
  };
  expect(of(1, 2)).toEqual([43_690n]); // a third of 131,072
  expect(of(3, 1)).toEqual([7281n, 7281n, 7281n]); // a third of 21,845
});
