import { expect, it } from "vitest";
import { failureList } from "./failureList.ts";

const failures = (count: number) =>
  Array.from({ length: count }, (_, i) => [`test ${i}`, ...Array(11).fill("why")].join("\n"));
const linesOf = (count: number) => failureList(failures(count)).split("\n");

it.each([1, 6, 7, 40, 80])("names all of %i failures in 80 lines at most", (count) => {
  const lines = linesOf(count);
  expect(lines.length).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => line.startsWith("test"))).toHaveLength(count);
  if (count <= 40) expect(lines[1]).toBe("why");
});

it("says how many it has no room for", () => {
  const lines = linesOf(100);
  expect(lines).toHaveLength(80);
  expect(lines.slice(-2)).toEqual(["test 78", "… and 21 more"]);
});
