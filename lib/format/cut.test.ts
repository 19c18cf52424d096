import { expect, it } from "vitest";
import { cut, head } from "./cut.ts";

it.each([
  ["abc", 3, "abc", "abc"],
  ["abcd", 3, "abc", "abc…"],
  ["ab\u{1f600}", 4, "ab\u{1f600}", "ab\u{1f600}"],
  ["ab\u{1f600}", 3, "ab", "ab…"],
  ["ab\u{1f600}c", 4, "ab\u{1f600}", "ab\u{1f600}…"],
  ["", 3, "", ""],
])("%s cut at %i", (text, most, kept, shown) => {
  expect([head(text, most), cut(text, most)]).toEqual([kept, shown]);
});
