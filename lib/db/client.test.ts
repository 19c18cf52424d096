import { expect, it } from "vitest";
import { connect } from "./client.ts";

const NUMERIC = 1700;
const INT8 = 20;
const { parsers } = connect("postgres://127.0.0.1:1/none").options; // connects only when asked something

it("reads integer numerics exactly, whatever their size", () => {
  const parse = parsers[NUMERIC]!;
  for (const wei of [0n, -1n, 2n ** 53n + 1n, 10n ** 77n + 7n]) expect(parse(wei.toString())).toBe(wei);
});

it.each(["1.5", "1.0", "0.000000000000000001", "NaN", "Infinity", "1e3", ""])("refuses the numeric %j", (text) => {
  expect(() => parsers[NUMERIC]!(text)).toThrow("is no integer");
});

it("reads bigint as a number only while that is exact", () => {
  expect(parsers[INT8]!("9007199254740991")).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => parsers[INT8]!("9007199254740993")).toThrow("beyond 2^53");
});
