import { readFileSync } from "node:fs";
import { checkVector, readVectors } from "../lib/attribution/vectors/checkVector.ts";

/** Runs the vectors of a file against the engine: `npm run conformance -- FILE`. Exits 1 if any fails, 2 if they cannot be read. */
function main(): number {
  const file = process.argv[2];
  if (!file) {
    console.error(
      "conformance: name a file of vectors: npm run conformance -- lib/attribution/vectors/attribution.json",
    );
    return 2;
  }
  let suite: ReturnType<typeof readVectors>;
  try {
    suite = readVectors(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`conformance: cannot read ${file}: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  let failed = 0;
  for (const [number, vector] of suite.vectors.entries()) {
    const differences = checkVector(suite, vector);
    if (differences.length === 0) continue;
    failed++;
    console.log(`vector ${number}:\n${differences.map((line) => `  ${line}`).join("\n")}`);
  }
  console.log(`${suite.vectors.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main();
