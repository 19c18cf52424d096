import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** A leaf names its tests, without their prefix, after this. */
const NAMES = " ← ";
const BRANCH = /^[│ ├└─]+/;
/** Invariants have handlers, not branches. */
const TEST = /function test(?:Fuzz)?_(\w+)/g;

/** What a directory's trees and tests say of each other that is not so, one sentence each. @param directory of contracts/test */
export function mismatches(directory: string): string[] {
  const read = (pattern: string) => {
    const files = globSync(pattern, { cwd: directory });
    return files.map((file) => ({ file, text: readFileSync(path.join(directory, file), "utf8") }));
  };
  const trees = read("*.tree");
  const suites = read("*.t.sol").filter(({ file }) => !file.endsWith("Invariants.t.sol"));
  const tests = new Set(suites.flatMap(({ text }) => [...text.matchAll(TEST)].map(([, name]) => name!)));
  const leaves = trees.flatMap(({ file, text }) => leavesOf(text).map((leaf) => ({ file, ...leaf })));
  const named = new Set(leaves.flatMap(({ names }) => names));
  return [
    ...leaves.filter(({ names }) => names.length === 0).map(({ file, line }) => `${file}: no test for "${line}"`),
    ...leaves.flatMap(({ file, names }) =>
      names.filter((name) => !tests.has(name)).map((name) => `${file}: there is no test ${name}`),
    ),
    ...[...tests].filter((name) => !named.has(name)).map((name) => `no leaf has the test ${name}`),
  ];
}

/** Lines of a tree that nothing hangs on, with the tests they name. */
export function leavesOf(tree: string): { line: string; names: string[] }[] {
  const lines = tree.split("\n").filter((line) => line.trim() !== "");
  const depthOf = (line: string | undefined) => BRANCH.exec(line ?? "")?.[0].length ?? 0;
  const leaves = lines.filter((line, i) => depthOf(line) > 0 && depthOf(lines[i + 1]) <= depthOf(line));
  return leaves.map((leaf) => {
    const [line, names] = leaf.replace(BRANCH, "").split(NAMES);
    return { line: line!, names: names ? names.split(", ") : [] };
  });
}
