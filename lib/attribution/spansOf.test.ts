import { expect, it } from "vitest";
import { attribute } from "./attribute.ts";
import { buildIndex } from "./buildIndex.ts";
import { parseBits } from "./parseBits.ts";
import { spansOf } from "./spansOf.ts";
import type { EvidenceRow } from "./types.ts";

const bits = parseBits("");

function quotes(texts: string[], answer: string) {
  const index = buildIndex(texts.map((text) => ({ text, kind: "paid" as const })));
  return spansOf(attribute(index, answer, bits)).map(({ start, end, contribution }) => [
    answer.slice(start, end),
    contribution,
  ]);
}

it("covers each quoted run from its first to its last character, layout included", () => {
  const texts = ["one two three four five", "six seven eight nine ten"];
  expect(quotes(texts, "So: One, two — three\nfour five! But six seven eight nine ten.")).toEqual([
    ["One, two — three\nfour five", 0],
    ["six seven eight nine ten", 1],
  ]);
});

it("keeps neighbours of different publishers apart", () => {
  const texts = ["one two three four five", "six seven eight nine ten"];
  expect(quotes(texts, "one two three four five six seven eight nine ten")).toEqual([
    ["one two three four five", 0],
    ["six seven eight nine ten", 1],
  ]);
});

it("starts anew after a token that nothing covers", () => {
  expect(quotes(["one two three four five"], "one two three four X one two three four")).toEqual([
    ["one two three four", 0],
    ["one two three four", 0],
  ]);
});

it("gives a token to the publisher of most of its n-grams, and to the earlier of equals", () => {
  const tokens = Array.from({ length: 5 }, (_, i) => ({ word: `w${i}`, start: 3 * i, end: 3 * i + 2 }));
  const row = (contribution: number, start: number): EvidenceRow => ({
    start,
    from: 4,
    to: 4,
    contribution,
    offset: 0,
  });
  expect(spansOf({ tokens, rows: [row(2, 0), row(1, 1)] })).toEqual([
    { start: 0, end: 2, contribution: 2 },
    { start: 3, end: 14, contribution: 1 },
  ]);
  expect(spansOf({ tokens, rows: [row(2, 0), row(2, 0), row(1, 1)] })).toEqual([
    { start: 0, end: 11, contribution: 2 },
    { start: 12, end: 14, contribution: 1 },
  ]);
});

it("has none where nothing is attributed", () => {
  expect(quotes(["one two three four five"], "nothing of this kind")).toEqual([]);
  expect(quotes([], "")).toEqual([]);
});
