import { expect, it } from "vitest";
import {
  formatBps,
  formatBpsOver,
  formatBytes,
  formatCount,
  formatCoverage,
  formatMs,
  formatPlural,
  formatShare,
  formatShareToward,
  formatUncovered,
} from "./number.ts";

it("groups counts", () => {
  expect([formatCount(58_214), formatCount(7n)]).toEqual(["58,214", "7"]);
});

it.each([
  [8_140, "81.4 %"],
  [10_000, "100 %"],
  [9_999, ">99.9 %"],
  [9_995, ">99.9 %"],
  [9_994, "99.9 %"],
  [2_666, "26.7 %"],
  [2_664, "26.6 %"],
  [319, "3.2 %"],
  [4, "<0.1 %"],
  [5, "0.1 %"],
  [10_004, "100 %"],
  [13_456, "134.6 %"],
  [0, "0 %"],
  [3, "<0.1 %"],
  [10, "0.1 %"],
  [1, "<0.1 %"],
  [9_991, "99.9 %"],
])("%i bps → %s", (bps, text) => {
  expect(formatBps(bps)).toBe(text);
});

it("never shows what is over a limit as the limit", () => {
  expect([formatBpsOver(9_001, 9_000), formatBpsOver(9_010, 9_000), formatBpsOver(9_731, 9_000)]).toEqual([
    "just over 90 %",
    "90.1 %",
    "97.3 %",
  ]);
});

it("calls an answer attributed in full only when nothing was left over", () => {
  expect([formatCoverage(10_000, 0n), formatCoverage(10_000, 1n), formatCoverage(9_999, 1n)]).toEqual([
    "100 %",
    ">99.9 %",
    ">99.9 %",
  ]);
  expect([formatUncovered(10_000), formatUncovered(9_999), formatUncovered(8_140)]).toEqual([
    "<0.1 %",
    "<0.1 %",
    "18.6 %",
  ]);
});

it("does not call an unknown share zero", () => {
  expect([formatShare(0n, 0n), formatShare(0n, 5n), formatShare(1n, 3n), formatShare(1n, 10n ** 9n)]).toEqual([
    "—",
    "0 %",
    "33.3 %",
    "<0.1 %",
  ]);
});

it("rounds a share to the nearest tenth", () => {
  expect([formatShare(40_000n, 150_000n), formatShare(31_975_000n, 10n ** 9n), formatShare(2n, 3n)]).toEqual([
    "26.7 %",
    "3.2 %",
    "66.7 %",
  ]);
});

it("says all only of all, and nothing only of nothing", () => {
  const whole = 10n ** 27n;
  expect([formatShare(whole - 1n, whole), formatShare(whole, whole), formatShare(1n, whole)]).toEqual([
    ">99.9 %",
    "100 %",
    "<0.1 %",
  ]);
});

it("never shows a limit as reached that is not", () => {
  const whole = 30_000n;
  const toward = (part: bigint, of = 2n, all = 3n) => formatShareToward(part, whole, [of, all]);
  expect([toward(19_999n), toward(20_000n)]).toEqual(["just under 66.7 %", "66.7 %"]);
  expect([toward(14_999n, 1n, 2n), toward(15_000n, 1n, 2n)]).toEqual(["just under 50 %", "50 %"]);
  expect([formatShareToward(0n, 0n, [2n, 3n]), toward(0n), toward(1n)]).toEqual(["—", "0 %", "<0.1 %"]);
});

it("rounds a total as its rows", () => {
  const [part, whole] = [8_666n, 10_000n];
  expect([formatShareToward(part, whole, [2n, 3n]), formatShare(part, whole)]).toEqual(["86.7 %", "86.7 %"]);
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
