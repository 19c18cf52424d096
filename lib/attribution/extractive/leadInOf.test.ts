import { expect, it } from "vitest";
import { leadInOf } from "./leadInOf.ts";
import { sectionsOf } from "./sectionsOf.ts";

const TEXT = `You may copy the work freely.

You may give the work to others if you do all of this:

(a) keep every notice where it stands, namely:

1. the notices of authors, and

2. the notices of publishers; and

(b) hand on this text.

3. Nothing else is asked of anybody.
`;
const [{ sentences }] = sectionsOf(TEXT) as [ReturnType<typeof sectionsOf>[number]];
const at = (opening: string) => sentences.findIndex(({ start }) => TEXT.startsWith(opening, start));

it.each([
  ["(b)", "You may give"],
  ["(a)", "You may give"],
  ["2.", "You may give"],
  ["You may give", "You may give"],
  ["You may copy", "You may copy"],
])("an item %s begins with %s, the lists around it included", (item, leadIn) => {
  expect(at(item)).toBeGreaterThanOrEqual(0);
  expect(leadInOf(TEXT, sentences, at(item), at(item) + 1)).toBe(at(leadIn));
});

it("stays where the quote would become too long", () => {
  const long = TEXT.replace("hand on", "hand on, ".repeat(70));
  const [section] = sectionsOf(long) as [ReturnType<typeof sectionsOf>[number]];
  expect(leadInOf(long, section.sentences, at("(b)"), at("(b)") + 1)).toBe(at("(b)"));
});
