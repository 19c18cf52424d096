import { expect, it } from "vitest";
import { amountProblem } from "./amountProblem.ts";

it.each(["", " ", "1", "1.5", ".5", "1,500", "1,500.25", "0", "0.000000000000000001"])("lets %j pass", (text) => {
  expect(amountProblem(text)).toBeNull();
});

it.each([
  ["0.0000000000000000001", "at most 18 decimals"],
  ["1,500.1234567890123456789", "at most 18 decimals"],
  ["1,5", "write 1.5"],
  ["1,50", "write 1.50"],
  ["-1", "leave the minus out"],
  ["−2.5", "leave the minus out"],
  ["1e3", "in digits"],
  ["abc", "in digits"],
  ["1.2.3", "in digits"],
  ["1,5.5", "in digits"],
])("says what is wrong with %j", (text, words) => {
  expect(amountProblem(text)).toContain(words);
});
