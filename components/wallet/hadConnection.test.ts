import { expect, it } from "vitest";
import { hadConnection } from "./hadConnection.ts";

it.each([
  ["", false],
  ["other=1", false],
  ['wagmi.store={"state":{"current":null},"version":3}', false],
  ['a=b; wagmi.store={"state":{"current":"abc"},"version":3}', true],
  [`wagmi.store=${encodeURIComponent('{"state":{"current":"abc"}}')}`, true],
  ["wagmi.store={broken", false],
])("%s → %s", (cookies, expected) => {
  expect(hadConnection(cookies)).toBe(expected);
});
