import { expect, it } from "vitest";
import { OPEN } from "../../lib/format/money.ts";
import { type Readiness, whyNotContribute } from "./whyNotContribute.ts";

const result = { words: 1_000, bytes: 9, bond: OPEN, containedBps: 0, duplicateOf: null, problem: null };
const ready: Readiness = {
  ...{ draft: { title: "T", text: "words" }, result, checking: false, error: null },
  ...{ held: OPEN, agreed: true, licence: "CC0-1.0" },
};

it("is ready with a checked text, a bond that is held, to the wei, and a licence agreed to", () => {
  expect(whyNotContribute(ready)).toBeNull();
  expect(whyNotContribute({ ...ready, held: undefined })).toBeNull();
});

it.each<[Partial<Readiness>, string]>([
  [{ draft: { title: "T", text: " \n" } }, "Paste"],
  [{ draft: { title: " ", text: "words" } }, "title"],
  [{ checking: true }, "being checked"],
  [{ result: null }, "could not be checked"],
  [{ error: new Error("x") }, "could not be checked"],
  [{ result: { ...result, problem: "It is there already." } }, "would be rejected"],
  [{ held: OPEN - 1n }, "The bond is 1.0000 OPEN and you hold 0.9999."],
  [{ agreed: false }, "under CC0-1.0"],
])("names what is missing: %o", (change, words) => {
  expect(whyNotContribute({ ...ready, ...change })).toContain(words);
});
