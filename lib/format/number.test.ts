import { expect, it } from "vitest";
import { formatBps, formatBytes, formatCount, formatMs, formatPlural, formatShare } from "./number.ts";

it("groups counts", () => {
  expect([formatCount(58_214), formatCount(7n)]).toEqual(["58,214", "7"]);
});

it.each([
  [8_140, "81.4 %"],
  [10_000, "100 %"],
  [9_999, "99.9 %"],
  [0, "0 %"],
  [3, "<0.1 %"],
  [10, "0.1 %"],
])("%i bps → %s", (bps, text) => {
  expect(formatBps(bps)).toBe(text);
});

it("does not call an unknown share zero", () => {
  expect([formatShare(0n, 0n), formatShare(0n, 5n), formatShare(1n, 3n), formatShare(1n, 10n ** 9n)]).toEqual([
    "—",
    "0 %",
    "33.3 %",
    "<0.1 %",
  ]);
});

it("counts things", () => {
  expect([formatPlural(1, "answer"), formatPlural(2_000n, "answer"), formatPlural(0, "entry", "entries")]).toEqual([
    "1 answer",
    "2,000 answers",
    "0 entries",
  ]);
});

it("shows sizes and times", () => {
  expect([formatBytes(999), formatBytes(12_345), formatBytes(2_000_000)]).toEqual(["999 B", "12.3 kB", "2 MB"]);
  expect([formatMs(42.4), formatMs(1_530)]).toEqual(["42 ms", "1.5 s"]);
});
