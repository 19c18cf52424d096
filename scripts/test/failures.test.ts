import { describe, expect, it } from "vitest";
import { failuresOf } from "./failures.ts";

const VITEST = `
 ❯ lib/sum.test.ts (4 tests | 2 failed) 128ms
     × adds 20ms
 ✓ lib/late.test.ts (1 test) 56ms

⎯⎯⎯⎯⎯⎯ Failed Suites 1 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  lib/hook.test.ts [ lib/hook.test.ts ]
Error: Hook timed out in 100ms.
If this is a long-running hook, pass a timeout value as the last argument or configure it globally with "hookTimeout".
 ❯ lib/hook.test.ts:2:1
      2| beforeAll(async () => { await new Promise(() => {}); }, 100);
       | ^

⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/3]⎯


⎯⎯⎯⎯⎯⎯⎯ Failed Tests 2 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  lib/sum.test.ts > outer > adds
 FAIL  lib/sum.test.ts > outer > adds again
AssertionError: expected { a: 1, b: { c: [ 1, 2 ] } } to deeply equal { a: 1, b: { c: [ 1, 3 ] } }

- Expected
+ Received

  {
    "a": 1,
    "b": {
      "c": [
        1,
-       3,
+       2,
      ],
    },
  }

 ❯ lib/sum.test.ts:3:61

⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[3/3]⎯

⎯⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯⎯

Vitest caught 1 unhandled error during the test run.
This might cause false positive tests. Resolve unhandled errors to make sure your tests are not affected.

⎯⎯⎯⎯⎯ Uncaught Exception ⎯⎯⎯⎯⎯
Error: later
 ❯ Timeout._onTimeout lib/late.test.ts:2:48

This error originated in "lib/late.test.ts" test file. It doesn't mean the error was thrown inside the file itself, but while it was running.
⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯


 Test Files  2 failed | 1 passed (3)
      Tests  2 failed | 3 passed (5)
     Errors  1 error
`;

const FORGE = `Ran 2 tests for test/T.t.sol:TTest
[FAIL: two is not one] test_Fails() (gas: 22662)
[PASS] test_Good() (gas: 22400)
Suite result: FAILED. 1 passed; 1 failed; 0 skipped; finished in 1.50ms (1.21ms CPU time)

Ran 1 test for test/T.t.sol:InvTest
[FAIL: many]
	[Sequence] (original: 3, shrunk: 1)
		sender=0x000000000000000000000000000000000000007d calldata=inc() args=[${"1".repeat(1_000)}]
 invariant_Few() (runs: 0, calls: 0, reverts: 0)

Suite result: FAILED. 0 passed; 1 failed; 0 skipped; finished in 213.06ms (207.61ms CPU time)

Ran 2 test suites in 215.75ms (214.57ms CPU time): 1 tests passed, 2 failed, 0 skipped (3 total tests)

Failing tests:
Encountered 1 failing test in test/T.t.sol:InvTest
[FAIL: many]
	[Sequence] (original: 3, shrunk: 1)
		sender=0x000000000000000000000000000000000000007d calldata=inc() args=[${"1".repeat(1_000)}]
 invariant_Few() (runs: 0, calls: 0, reverts: 0)

Encountered 1 failing test in test/T.t.sol:TTest
[FAIL: two is not one] test_Fails() (gas: 22662)

Encountered a total of 2 failing tests, 1 tests succeeded
`;

const PLAYWRIGHT = `
  ✘  1 journeys/loop.spec.ts:3:3 › a group › differs (26ms)
  ✓  2 journeys/loop.spec.ts:6:3 › a group › good (6ms)


  1) journeys/loop.spec.ts:3:3 › a group › differs › a step ────────────────────────────────────────

    Error: expect(received).toEqual(expected) // deep equality

    - Expected  - 1
    + Received  + 1

  2) journeys/stake.spec.ts:5:3 › slow ─────────────────────────────────────────────────────────────

    Test timeout of 200ms exceeded.

  2 failed
    journeys/loop.spec.ts:3:3 › a group › differs ──────────────────────────────────────────────────
    journeys/stake.spec.ts:5:3 › slow ──────────────────────────────────────────────────────────────
  1 passed (4.6s)
`;

const diagnostics = Array.from({ length: 30 }, (_, i) => `lib/a.ts(${i},1): error TS2322`);
const CHECK = `format     passed      3.5 s  lint and format
types      failed     30.7 s  failed
${diagnostics.join("\n")}

unused     failed      7.0 s  failed
Unused files (1)
lib/bad.ts

size       skipped     0.1 s  no production build of these sources
1 passed, 2 failed
`;

describe("names each failure, with the first lines of its message:", () => {
  it("vitest", () => {
    const [hook, adds, again, late, ...rest] = failuresOf(VITEST);
    expect(hook).toMatch(/^FAIL {2}lib\/hook.test.ts \[ lib\/hook.test.ts \]\nError: Hook timed out in 100ms\.\n/);
    expect(adds).toBe("FAIL  lib/sum.test.ts > outer > adds");
    expect(again!.split("\n").slice(0, 3)).toEqual([
      "FAIL  lib/sum.test.ts > outer > adds again",
      "AssertionError: expected { a: 1, b: { c: [ 1, 2 ] } } to deeply equal { a: 1, b: { c: [ 1, 3 ] } }",
      "- Expected",
    ]);
    expect(again!.split("\n")).toHaveLength(12);
    expect(late).toMatch(/Uncaught Exception.*\nError: later\n(.*\n)This error originated in "lib\/late.test.ts"/);
    expect(rest).toEqual([]);
  });

  it("forge, once each, with the contract", () => {
    const [fails, few, ...rest] = failuresOf(FORGE);
    expect(fails).toBe("test/T.t.sol:TTest [FAIL: two is not one] test_Fails() (gas: 22662)");
    expect(few).toMatch(/^test\/T.t.sol:InvTest \[FAIL: many\]\n[\s\S]*1{100}…\n invariant_Few\(\)/);
    expect(few!.length).toBeLessThan(600);
    expect(rest).toEqual([]);
  });

  it("Playwright", () => {
    expect(failuresOf(PLAYWRIGHT)).toEqual([
      `1) journeys/loop.spec.ts:3:3 › a group › differs › a step
    Error: expect(received).toEqual(expected) // deep equality
    - Expected  - 1
    + Received  + 1`,
      "2) journeys/stake.spec.ts:5:3 › slow\n    Test timeout of 200ms exceeded.",
    ]);
  });

  it("check, with the first and the last lines", () => {
    const [types, unused, ...rest] = failuresOf(CHECK);
    expect(types!.split("\n")).toEqual([
      "types      failed     30.7 s  failed",
      ...diagnostics.slice(0, 4),
      "…",
      ...diagnostics.slice(-6),
    ]);
    expect(unused).toBe("unused     failed      7.0 s  failed\nUnused files (1)\nlib/bad.ts");
    expect(rest).toEqual([]);
  });

  it("conformance", () => {
    const output = "vector 3:\n  share: 1, not 2\nvector 12:\n  treasury: 0, not 1\n57 passed, 2 failed\n";
    expect(failuresOf(output)).toEqual(["vector 3:\n  share: 1, not 2", "vector 12:\n  treasury: 0, not 1"]);
  });
});

it("gives the last lines of a run that failed without naming a failure", () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  expect(failuresOf(`${lines.join("\n")}\n`)).toEqual([lines.slice(-12).join("\n")]);
  expect(failuresOf("No chromium")).toEqual(["No chromium"]);
});
