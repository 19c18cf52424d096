import type { Outcome } from "../check/run.ts";

export interface Counts {
  passed: number;
  failed: number;
}

/**
 * Reads what a test runner says at its end: the last "N passed" and "N failed", in the words of vitest ("Tests  2 failed | 40 passed"),
 * forge ("41 tests passed, 0 failed"), Playwright ("12 passed") and our own. A run that ended badly without naming a failure counts as
 * one, and so does a run without a single test.
 */
export function countsOf({ code, output }: Outcome): Counts {
  const text = output.replaceAll(/^ *(Test Files|Snapshots) .*$/gm, "");
  const passed = lastNumber(text, /(\d+) (?:tests )?passed/g);
  const failed = lastNumber(text, /(\d+) failed/g);
  const isBroken = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isBroken ? 1 : failed };
}

function lastNumber(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? Number(last[1]) : 0;
}
