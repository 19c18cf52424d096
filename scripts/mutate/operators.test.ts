import { expect, test } from "vitest";
import { apply, mutantsOf } from "./operators.ts";

const [HEAD, TAIL] = ["contract C { function f() external {", "} }"];
const wrap = (body: string) => HEAD + body + TAIL;
const bodies = (body: string) =>
  mutantsOf(wrap(body)).map((mutant) => apply(wrap(body), mutant).slice(HEAD.length, -TAIL.length));

test.each([
  ["a = b + c;", ["{}", "a = b - c;"]],
  [
    "if (a < b) revert X(a);",
    ["if (false) revert X(a);", "if (true) revert X(a);", "if (a <= b) revert X(a);", "if (a > b) revert X(a);"],
  ],
  ["g(!x && y);", ["{}", "g(x && y);", "g(!x || y);"]],
  ["t = 14 days;", ["{}", "t = (14 days + 1);", "t = (14 days - 1);"]],
  ["t = 0;", ["{}", "t = (0 + 1);"]],
  ["emit E(a);", ["{}"]],
  ["uint256 a = b;", []],
  ["return a;", []],
  ['g("a + b"); // c - d\n', ["{} // c - d\n"]],
])("%s", (body, expected) => {
  expect(bodies(body).sort()).toEqual([...expected].sort());
});

test("assembly has operators of its own", () => {
  const source = wrap("assembly { x := add(y, 0x20) }");
  expect(mutantsOf(source).map((mutant) => mutant.replacement)).toEqual(["sub", "add(0x20, 1)", "sub(0x20, 1)"]);
});

test("values of constants mutate, types and pragmas do not", () => {
  const source =
    "pragma solidity 0.8.37;\ncontract C { uint256 constant A = 3 days; mapping(uint256 => uint128[2]) b; }";
  expect(mutantsOf(source).map((mutant) => mutant.replacement)).toEqual(["(3 days + 1)", "(3 days - 1)"]);
});
