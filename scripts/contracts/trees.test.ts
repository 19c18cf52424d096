import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { leavesOf, mismatches } from "./trees.ts";

const TESTS = path.resolve(import.meta.dirname, "../../contracts/test");
const directories = globSync("*/*.tree", { cwd: TESTS }).map((file) => path.dirname(file));

it.each([...new Set(directories)])("every leaf of %s has a test, and every test a leaf", (directory) => {
  expect(mismatches(path.join(TESTS, directory))).toEqual([]);
});

it("reads leaves at any depth", () => {
  const tree = "C.f\n├── when a\n│   └── it reverts ← A, B\n└── otherwise\n    └── it pays\n\nC.g\n└── it stops ← C";
  expect(leavesOf(tree)).toEqual([
    { line: "it reverts", names: ["A", "B"] },
    { line: "it pays", names: [] },
    { line: "it stops", names: ["C"] },
  ]);
});

it("names a leaf without a test, a test that is not there, and one without a leaf", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "trees-"));
  try {
    writeFileSync(path.join(directory, "C.tree"), "C.f\n├── it pays\n└── it stops ← Stops, Gone");
    writeFileSync(path.join(directory, "C.t.sol"), "function test_Stops() {} function testFuzz_Else(uint256 a) {}");
    writeFileSync(path.join(directory, "CInvariants.t.sol"), "function test_EveryAction() {}");
    expect(mismatches(directory)).toEqual([
      'C.tree: no test for "it pays"',
      "C.tree: there is no test Gone",
      "no leaf has the test Else",
    ]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
