import { expect, it } from "vitest";
import { distinctPassages } from "./distinctPassages.ts";

const read = (...texts: string[]) =>
  texts.map((text, contribution) => ({ contribution, offset: 0, words: text.split(" ") }));
const kept = (...texts: string[]) => distinctPassages(read(...texts)).map(({ contribution }) => contribution);

it("takes a passage for a repetition from just half of its runs on", () => {
  expect(kept("a b c d e", "a b c d x")).toEqual([0]); // 1 of 2
  expect(kept("a b c d e", "a b c d x y")).toEqual([0, 1]); // 1 of 3
});

it("keeps the earlier of two, by offset, then by text, in whatever order they come", () => {
  const [long, short, other] = ["a b c d e", "a b c d", "a b c d x"].map((text) => text.split(" ")) as [
    string[],
    string[],
    string[],
  ];
  const at = (offset: number, words: string[]) => ({ contribution: 0, offset, words });
  for (const [first, second] of [
    [at(0, other), at(5, long)],
    [at(0, short), at(0, long)],
  ] as const) {
    expect(distinctPassages([first, second])).toEqual([first]);
    expect(distinctPassages([second, first])).toEqual([first]);
  }
});
