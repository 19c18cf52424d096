import { expect, it } from "vitest";
import { hadConnection } from "./hadConnection.ts";

it.each([
  [null, false],
  ["", false],
  ['{"state":{"current":null},"version":3}', false],
  ['{"state":{"current":"abc"},"version":3}', true],
  ["null", false],
  ["{broken", false],
])("%s → %s", (stored, expected) => {
  expect(hadConnection(stored)).toBe(expected);
});
