import { expect, it } from "vitest";
import { stem } from "./stem.ts";
import { termsOf } from "./termsOf.ts";

it.each([
  ["distribute distributes distributed distributing distribution"],
  ["license licence licenses licensed licensing"],
  ["warranty warranties"],
  ["modify modifies modified modification modifications"],
  ["optimise optimize optimised optimizing optimisation optimization"],
  ["liable liability"],
  ["route routes routed routing"],
  ["waive waives waived waiver"],
  ["cure cures cured"],
  ["behaviour behavior"],
])("gives one stem to %s", (family) => {
  expect(new Set(family.split(" ").map(stem)).size).toBe(1);
});

it("keeps words apart that only look alike, and leaves other scripts and short words", () => {
  expect(new Set(["patent", "path", "route", "root", "license", "list"].map(stem)).size).toBe(6);
  for (const word of ["use", "漢", "лицензии", "x86"]) expect(stem(word)).toBe(word);
});

it("drops how a question is put", () => {
  expect(termsOf("What does the MIT license say about patents?")).toEqual(["mit", stem("license"), "patent"]);
});

it("reads versions alike however they are written", () => {
  for (const version of ["GPL-3.0", "GPL v3", "gpl 3", "GPL v3.0"]) expect(termsOf(version)).toEqual(["gpl", "3"]);
  expect(termsOf("LGPL-2.1")).toEqual(["lgpl", "2.1"]);
});

it("reads a version of half a million parts in its stride", () => {
  const version = `1${".0".repeat(500_000)}`;
  expect(termsOf(`v${version}.1`)).toEqual([`${version}.1`]);
  expect(termsOf(`v${version}`)).toEqual(["1"]);
});

it("adds the parts of a word in camel case", () => {
  expect(termsOf("`revalidatePath`")).toEqual([stem("revalidatepath"), stem("revalidate"), stem("path")]);
});
