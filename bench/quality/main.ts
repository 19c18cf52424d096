import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { METHOD, TOKENISER } from "../../lib/attribution/index.ts";
import type { Comparison, Measure } from "../../lib/attribution/published/accuracy.ts";
import { commandArguments } from "../../scripts/stack/arguments.ts";
import { measuresOf, timesOf } from "./measures.ts";
import { publishedAccuracy } from "./publish.ts";
import { readBits } from "./readBits.ts";
import { FULL, runSuites } from "./run.ts";

// Prints tables, then one line of JSON with every figure, its target and whether it is met. Exits 0 also when targets are missed: the file says so.

const MANUAL = {
  name: "bench:quality",
  does: "Measures the method’s quality and writes what the Accuracy page publishes; with --dry it writes nothing.",
  usage: "npm run bench:quality -- [--dry]",
};
const { values } = commandArguments({ options: { dry: { type: "boolean", default: false } } }, MANUAL);

const SEED = 20_261_121;
const FILE = path.join(import.meta.dirname, `../../lib/attribution/published/${METHOD}.json`);

const bits = readBits();
const started = performance.now();
const results = runSuites(FULL, bits, SEED, (line) => console.error(line));
const run = {
  method: METHOD,
  tokeniser: TOKENISER,
  bitsHash: bits.hash,
  date: new Date().toISOString().slice(0, 10),
  seed: SEED,
};
const published = publishedAccuracy(run, results, FULL);
const measures = [...measuresOf(results), ...timesOf(results)];

heading("Targets");
console.table(Object.fromEntries(measures.map((measure) => [measure.id, rowOf(measure)])));
compare("Planted sources, total variation", published.planted.totalVariation);
compare("Planted sources, greatest source found", published.planted.top1);
compare("Against retraining, composed answers", published.causal.composite);
compare("Against retraining, the model’s own answers", published.causal.sampled);
heading("Attacks");
console.table(
  Object.fromEntries(published.attacks.rows.map(({ id, value, unit, limit }) => [id, { value, unit, limit }])),
);
compare("Context channel", published.context);
heading("Licence classifier");
console.table(published.classifier);
heading("Embedded model");
console.table(published.answers);
console.log(`missed: ${results.answers.missed.join(" · ") || "none"}`);

if (!values.dry) {
  writeFileSync(FILE, `${JSON.stringify(published, null, 2)}\n`);
  execFileSync(path.join(import.meta.dirname, "../../node_modules/.bin/biome"), ["format", "--write", FILE]);
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  JSON.stringify({
    ...published,
    measures,
    seconds,
    met: measures.filter(({ met }) => met).length,
    of: measures.length,
  }),
);

function rowOf({ target, value, bound, goal, met }: Measure) {
  return { target, value: Number(value.toPrecision(4)), goal: `${bound === "most" ? "≤" : "≥"} ${goal}`, met };
}

function heading(text: string): void {
  console.log(`\n${text}`);
}

function compare(title: string, { columns, rows }: Comparison): void {
  heading(title);
  const cells = (values: number[]) => Object.fromEntries(columns.map((column, i) => [column, values[i]]));
  console.table(Object.fromEntries(rows.map(({ name, values }) => [name, cells(values)])));
}
