import { expect, it } from "vitest";
import { formatDate, formatDateTime, formatDuration, formatRelative } from "./date.ts";

const at = Date.UTC(2026, 10, 20, 13, 42) / 1_000;

it("writes dates the same everywhere", () => {
  expect(formatDateTime(at)).toBe("20 Nov 2026, 13:42 UTC");
  expect(formatDate(at)).toBe("20 Nov 2026");
});

it.each([
  [0, "0 s"],
  [-5, "0 s"],
  [59, "59 s"],
  [95, "1 min 35 s"],
  [7_199, "1 h 59 min"],
  [7_200, "2 h"],
  [86_400, "1 d"],
  [86_459, "1 d"],
  [3 * 86_400 - 1, "2 d 23 h"],
])("%i s → %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

it.each([
  [at, "just now"],
  [at + 4, "4 s ago"],
  [at + 7_199, "1 h ago"],
  [at - 3 * 3_600, "in 3 h"],
  [at - 3 * 86_400 + 1, "in 2 d 23 h"],
  [at + 29 * 86_400, "29 d ago"],
  [at + 30 * 86_400, "20 Nov 2026"],
])("seen from %i: %s", (now, text) => {
  expect(formatRelative(at, now)).toBe(text);
});
