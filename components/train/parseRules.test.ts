import { expect, it } from "vitest";
import { licenceFamilies } from "../../lib/influence/licenceFamilies.ts";
import { parseRules, writeRules } from "./parseRules.ts";

it("reads a label a line and joins those of the same label", () => {
  expect(parseRules("a: MIT*, BSD-*\n\n b :GPL-* \na: ISC")).toEqual({
    rules: { a: ["MIT*", "BSD-*", "ISC"], b: ["GPL-*"] },
  });
});

it("says which line is wrong, and that one label is none", () => {
  expect(parseRules("a: x\nno colon")).toEqual({ problem: expect.stringContaining("Line 2") });
  expect(parseRules("a: ,\nb: y")).toEqual({ problem: expect.stringContaining("Line 1") });
  expect(parseRules("a: x")).toEqual({ problem: "Name two labels at least, one a line." });
});

it("writes what it reads", () => {
  expect(parseRules(writeRules(licenceFamilies))).toEqual({ rules: licenceFamilies });
});
