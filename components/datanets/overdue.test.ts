import { expect, it } from "vitest";
import { overdue } from "./overdue.ts";

const DAY = 86_400;

it.each([
  ["committed", 1_000, null, 1_000 + DAY - 1, null],
  ["committed", 1_000, null, 1_000 + DAY, /not revealed/],
  ["revealed", 1_000, 2_000, 2_000 + 3 * DAY - 1, null],
  ["revealed", 1_000, 2_000, 2_000 + 3 * DAY, /did not decide/],
  ["accepted", 1_000, 2_000, 9 * DAY, null],
  ["rejected", 1_000, 2_000, 9 * DAY, null],
  ["expired", 1_000, null, 9 * DAY, null],
] as const)("%s at %i, revealed %s, seen at %i: %s", (status, committedAt, revealedAt, now, why) => {
  const said = overdue({ status, committedAt, revealedAt }, now);
  if (why === null) expect(said).toBeNull();
  else expect(said).toMatch(why);
});
