// npm test [-- NAME…]: everything, or only the suites named: check, unit, contracts, conformance, e2e, size.
import { runNode } from "./check/run.ts";
import { ensureChromium } from "./test/chromium.ts";
import { countsOf } from "./test/counts.ts";
import { failureList } from "./test/failureList.ts";
import { failuresOf } from "./test/failures.ts";

const suites: Record<string, () => ReturnType<typeof runNode>> = {
  check: () =>
    runNode("scripts/check.ts", ["format", "types", "unused", "lockfile", "abi", "wasm", "lemmas", "fixtures"], {
      show: true,
    }),
  unit: () => runNode("node_modules/vitest/vitest.mjs", ["run"], { show: true }),
  contracts: () => runNode("scripts/contracts.ts", ["--test"], { show: true }),
  conformance: () => runNode("scripts/conformance.ts", ["lib/attribution/vectors/attribution.json"], { show: true }),
  async e2e() {
    await ensureChromium(console.log);
    return runNode("node_modules/@playwright/test/cli.js", ["test", "--config", "e2e/playwright.config.ts"], {
      show: true,
    });
  },
  // The end-to-end tests have made the build that it measures.
  size: () => runNode("scripts/check.ts", ["size"], { show: true }),
};

const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(suites);
const unknown = names.filter((name) => !suites[name]);
if (unknown.length > 0) {
  console.error(`There is no suite "${unknown[0]}": choose from ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}

const lines: string[] = [];
const failures: string[] = [];
const total = { passed: 0, failed: 0 };
for (const name of names) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const outcome = await suites[name]!().catch((error: Error) => {
    console.error(error.message);
    return { code: 1, output: error.message };
  });
  const { passed, failed } = countsOf(outcome);
  if (failed > 0) failures.push(...failuresOf(outcome.output).map((failure) => `${name}: ${failure}`));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  lines.push(
    `${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds} s`,
  );
  total.passed += passed;
  total.failed += failed;
}
// Again, and last: who reads only the end of a log must find what failed there.
if (failures.length > 0) console.log(`\n── failed\n${failureList(failures)}`);
console.log(`\n${lines.join("\n")}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
