// npm run check [-- NAME…]: lint and format, types, unused code, lockfile, ABIs, bytecodes, lemmas, fixtures, size budget; or only those named.
import { checks } from "./check/checks.ts";

const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(checks);
const unknown = names.filter((name) => !checks[name]);
if (unknown.length > 0) {
  console.error(`There is no check "${unknown[0]}": choose from ${Object.keys(checks).join(", ")}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const name of names) {
  const started = performance.now();
  const { state, summary, details } = await checks[name]!();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name.padEnd(10)} ${state.padEnd(8)} ${seconds.padStart(6)} s  ${summary}`);
  if (details) console.log(details);
  if (state === "passed") passed++;
  if (state === "failed") failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
