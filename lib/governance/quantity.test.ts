import { expect, it } from "vitest";
import type { Unit } from "../chain/parameters.ts";
import { formatQuantity, parseQuantity } from "./quantity.ts";

const DAY = 86_400n;

it.each<[bigint, Unit, string]>([
  [DAY, "seconds", "1 d"],
  [DAY + DAY / 2n, "seconds", "1 d 12 h"],
  [90_061n, "seconds", "1 d 1 h 1 min 1 s"],
  [0n, "seconds", "0 s"],
  [1_500n * 10n ** 18n, "open", "1,500 OPEN"],
  [1n, "open", "0.000000000000000001 OPEN"],
  [500n, "bps", "5 %"],
  [755n, "bps", "7.55 %"],
  [4n, "percent", "4 %"],
  [0xaan, "address", "0x00000000000000000000000000000000000000AA"],
])("%i as %s is %s, and is read back", (value, unit, text) => {
  expect(formatQuantity(value, unit)).toBe(text);
  expect(parseQuantity(text, unit)).toBe(value);
});

it.each<[string, Unit, bigint | null]>([
  ["36h", "seconds", 36n * 3_600n],
  ["24", "seconds", null],
  ["1 w", "seconds", null],
  ["-1 d", "seconds", null],
  ["1,500", "open", 1_500n * 10n ** 18n],
  ["7.5", "bps", 750n],
  ["7.555", "bps", null],
  ["5.5", "percent", null],
  ["5%", "percent", 5n],
  ["0x12", "address", null],
  ["", "open", null],
])("%j typed as %s is %s", (text, unit, value) => {
  expect(parseQuantity(text, unit)).toBe(value);
});
