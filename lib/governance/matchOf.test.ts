import { expect, it } from "vitest";
import { matchOf } from "./matchOf.ts";

it.each([
  [5n, 5n, null, "same"],
  [5n, 5n, 5n, "same"],
  [7n, 5n, 7n, "voted"],
  [7n, 5n, null, "differs"],
  [7n, 5n, 6n, "differs"], // a vote said something else
  [7n, null, null, "chosen"],
  [7n, null, 6n, "differs"], // another guardian than the vote named
  [7n, null, 7n, "voted"],
  [null, 5n, 7n, "unknown"],
] as const)("chain %s, documented %s, voted %s: %s", (value, documented, voted, match) => {
  expect(matchOf(value, documented, voted)).toBe(match);
});
