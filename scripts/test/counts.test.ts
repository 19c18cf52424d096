import { expect, test } from "vitest";
import { countsOf } from "./counts.ts";

test.each([
  [
    "vitest",
    " Test Files  1 failed | 5 passed (6)\n      Tests  2 failed | 40 passed (42)\n",
    1,
    { passed: 40, failed: 2 },
  ],
  ["vitest, all good", " Test Files  6 passed (6)\n      Tests  42 passed (42)\n", 0, { passed: 42, failed: 0 }],
  [
    "forge",
    "Suite result: ok. 3 passed; 0 failed; 0 skipped\nRan 9 test suites: 71 tests passed, 1 failed, 0 skipped",
    1,
    { passed: 71, failed: 1 },
  ],
  ["playwright", "  1 failed\n    journeys/loop.spec.ts\n  11 passed (2.1m)\n", 1, { passed: 11, failed: 1 }],
  ["ours", "vector 3:\n  share\n59 passed, 1 failed\n", 1, { passed: 59, failed: 1 }],
])("%s", (_, output, code, counts) => {
  expect(countsOf({ code, output })).toEqual(counts);
});

test("a crash after the last passed test is a failure", () => {
  expect(countsOf({ code: 1, output: "12 passed\n" })).toEqual({ passed: 12, failed: 1 });
});

test("a run without tests is a failure", () => {
  expect(countsOf({ code: 0, output: "No tests found" })).toEqual({ passed: 0, failed: 1 });
});
