import { expect, it } from "vitest";
import { parsePercent } from "./parsePercent.ts";

it.each([
  ["10", 1_000],
  [" 0.5 ", 50],
  ["12.34", 1_234],
  ["50.", 5_000],
  ["", null],
  ["1.234", null],
  ["-1", null],
  ["ten", null],
])("%s → %s", (text, bps) => {
  expect(parsePercent(text)).toBe(bps);
});
