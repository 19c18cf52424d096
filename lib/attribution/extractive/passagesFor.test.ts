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

it("prefers a document that the question names to one that has a word of it, where no quote fits", () => {
  const named = buildPassages([
    { id: "has", title: "Fields", text: "Marble quarries lie behind the town and its amber fields." },
    { id: "named", title: "Harbours", text: "Lanterns burn along the quay until the bell rings out." },
  ]);
  const found = passagesFor(named, "Which gulls, ferries, cranes or marble fill harbours?", 2);
  expect(found.map(({ document }) => document)).toEqual(["named", "has"]);
});

const plain = (words: number) => `${"So it goes on here ".repeat(words / 5).trimEnd()}.`;
const textFor = (text: string, question: string) =>
  passagesFor(buildPassages([{ id: 1, title: "Rules", text }]), question, 2)[0]!.text;

it("begins where a list is introduced, though that stands in the passage before", () => {
  const item = "(a) keep two amber lanterns lit at the mooring from dusk until the chapel bell rings at dawn.";
  const found = textFor(`${plain(90)}\n\nEvery vessel shall do this:\n\n${item}`, "amber lanterns at the mooring");
  expect(found).toBe(`Every vessel shall do this:\n\n${item}`);
});

it("ends where the quote ends, though that stands in the passage after", () => {
  const [first, second] = [
    "Amber lanterns burn on each of the vessels that lie there.",
    "Bronze bells ring above the marble quay when they are put out.",
  ];
  const found = textFor(`${plain(90)} ${first} ${second}`, "amber lanterns, bronze bells");
  expect(found.endsWith(second)).toBe(true);
});
