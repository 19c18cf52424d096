import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lemma, prove } from "./prove.ts";
import { openSolver, type Solver } from "./solver.ts";

const FILE = "contracts/test/lemmas/Made.sol";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});
afterAll(() => solver.close());

function judge(...functions: string[]): Promise<Lemma[]> {
  const text = `pragma solidity 0.8.37;
import {Shares} from "../../src/libraries/Shares.sol";
contract Made {
${functions.map((each) => `    ${each}\n`).join("\n")}}
`;
  return prove(FILE, text, solver);
}

test("what is so is proved, what is not is refuted by an example", async () => {
  const [half, third] = await judge(
    "function half(uint256 t) external pure { require(t <= 1e30); assert(2 * Shares.slashed(t, 5_000) <= t); }",
    "function third(uint256 t) external pure { require(t <= 1e30); assert(3 * Shares.slashed(t, 5_000) <= t); }",
  );
  expect(half).toEqual({ name: "half", verdict: "proved" });
  expect(third!.verdict).toBe("refuted");
  const t = BigInt(/\bt = (\d+)/.exec(third!.counterexample!)![1]!);
  expect(3n * ((t * 5_000n) / 10_000n)).toBeGreaterThan(t);
});

test("a lemma about nothing proves nothing", async () => {
  expect(
    await judge(
      "function contradiction(uint256 t) external pure { require(t < 5 && t > 7); assert(t == 6); }",
      "function silence(uint256 t) external pure { require(t < 5); }",
      "function half(uint256 t) external pure { assert(t / 2 <= t); require(t < 5 && t > 7); assert(t == 6); }",
    ),
  ).toEqual(["contradiction", "silence", "half"].map((name) => ({ name, verdict: "empty" })));
});

test("what takes too many steps is not taken for proved", async () => {
  const hurried = await openSolver(1);
  const text = "contract Made {\n    function half(uint256 t) external pure { assert(t / 2 <= t); }\n}\n";
  expect(await prove(FILE, text, hurried)).toEqual([{ name: "half", verdict: "unknown" }]);
  await hurried.close();
});

test("what does not compile is an error", async () => {
  await expect(judge("function nonsense() external pure { assert(absent); }")).rejects.toThrow("does not compile");
});
