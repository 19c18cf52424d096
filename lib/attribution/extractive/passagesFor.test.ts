import { expect, it } from "vitest";
import { buildPassages, tokenise } from "../index.ts";
import { passagesFor } from "./passagesFor.ts";

const filler = "Nothing in this sentence is of any use to those who ask about something else entirely. ".repeat(12);
const index = buildPassages([
  { id: "a", title: "Harbours", text: `${filler}\n\nThe harbour opens at dawn when the amber lanterns are lit.` },
  { id: "b", title: "Fields", text: "Marble fields lie behind the town and are ploughed in the autumn." },
]);

it("finds the passages with their places, best first", () => {
  const [first, ...rest] = passagesFor(index, "When does the harbour open, with amber lanterns?", 5);
  expect(first!.document).toBe("a");
  expect(first!.text).toContain("amber lanterns");
  const words = tokenise(index.documents[0]!.text).map(({ word }) => word);
  expect(words.slice(first!.offset, first!.offset + 2)).toEqual(
    tokenise(first!.text)
      .slice(0, 2)
      .map(({ word }) => word),
  );
  expect(first!.offset).toBeGreaterThan(0);
  expect(rest.length).toBeLessThan(5);
  expect(passagesFor(index, "How do I bake sourdough bread?", 5)).toEqual([]);
  expect(passagesFor(index, "marble", 1).map(({ document }) => document)).toEqual(["b"]);
});
