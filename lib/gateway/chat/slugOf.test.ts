import { expect, test } from "vitest";
import { slugOf } from "./slugOf.ts";

test.each([
  ["Licence clerk", "licence-clerk"],
  ["  GPL & friends (v2) ", "gpl-friends-v2"],
  ["日本語", ""],
  ["OL 7", "ol-7"],
])("%j is called %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
