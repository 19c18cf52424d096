import { expect, it } from "vitest";
import { segmentsOf } from "./segments.ts";

it("marks what was traced and keeps the rest", () => {
  expect(
    segmentsOf("You may use it freely.", [
      [4, 11, 7],
      [12, 14, 9],
    ]),
  ).toEqual([
    { text: "You ", contribution: null },
    { text: "may use", contribution: 7 },
    { text: " ", contribution: null },
    { text: "it", contribution: 9 },
    { text: " freely.", contribution: null },
  ]);
});

it("leaves an untraced answer whole and an empty one empty", () => {
  expect(segmentsOf("nothing", [])).toEqual([{ text: "nothing", contribution: null }]);
  expect(segmentsOf("", [])).toEqual([]);
});

it("gives the answer back whatever the spans are", () => {
  const answer = "aé😀 b c";
  for (const spans of [
    [[0, 99, 1]],
    [
      [2, 5, 1],
      [3, 4, 2],
    ],
    [
      [0, 1, 1],
      [1, 7, 2],
    ],
    [[6, 6, 1]],
  ] as [number, number, number][][]) {
    expect(
      segmentsOf(answer, spans)
        .map((s) => s.text)
        .join(""),
    ).toBe(answer);
  }
});
