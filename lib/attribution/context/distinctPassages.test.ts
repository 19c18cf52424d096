import { expect, it } from "vitest";
import { distinctPassages } from "./distinctPassages.ts";

const read = (...texts: string[]) =>
  texts.map((text, contribution) => ({ contribution, offset: 0, words: text.split(" ") }));
const kept = (...texts: string[]) => distinctPassages(read(...texts)).map(({ contribution }) => contribution);

it("takes a passage for a repetition from just half of its runs on", () => {
  expect(kept("a b c d e", "a b c d x")).toEqual([0]); // 1 of 2
  expect(kept("a b c d e", "a b c d x y")).toEqual([0, 1]); // 1 of 3
});
