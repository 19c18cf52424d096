import { expect, it } from "vitest";
import { marksOf } from "./series.ts";

it("numbers by payment and colours the first five", () => {
  const marks = marksOf([40, 41, 42, 43, 44, 45], [3]);
  expect(marks.map((m) => m.label)).toEqual(["1", "2", "3", "4", "5", "6", "C"]);
  expect(new Set(marks.slice(0, 5).map((m) => m.colour)).size).toBe(5);
  expect(marks[5]!.colour).toBe("var(--ink-3)");
});

it("shows a source once, as paid", () => {
  expect(marksOf([1], [1])).toHaveLength(1);
});
