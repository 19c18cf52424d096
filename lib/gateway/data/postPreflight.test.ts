import { expect, test } from "vitest";
import { problemOf } from "./postPreflight.ts";

const draft = { datanet: 2n, title: "Licence", words: 100, bytes: 600, containedBps: 0, duplicateOf: null };

test("nothing speaks against a new text, nor against one of which nine tenths are known", () => {
  expect(problemOf(draft)).toBeNull();
  expect(problemOf({ ...draft, containedBps: 9_000 })).toBeNull();
});

test.each([
  [{ datanet: 1n }, "The commons take text from governance only"],
  [{ words: 0 }, "There are no words in it"],
  [{ bytes: 1_048_577 }, "It has 1048577 bytes; at most 1048576 are taken"],
  [{ title: " " }, "It has no title"],
  [{ duplicateOf: 7n, containedBps: 10_000 }, "The same text is already in the ledger as contribution 7."],
  [{ containedBps: 9_001 }, "Of it, just over 90 % is already in the ledger; at most 90 % may be."],
])("%o is refused: %s", (changes, reason) => {
  expect(problemOf({ ...draft, ...changes })).toContain(reason);
});
