// npm run test:invariants -- [--runs N] [--depth D] [--match TEXT]
// Runs every invariant with N runs of D calls each, prints how often each action was called, and exits 1 if one fails or an action has less
// than 5 % of its handler's calls that were not discarded: a handler that does nothing proves nothing.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { campaigns, summary } from "./invariants/metrics.ts";
import { commandArguments, refuse } from "./stack/arguments.ts";
import { foundryBinary } from "./stack/foundry.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const MANUAL = {
  name: "test:invariants",
  does: "Runs every invariant of the contracts, long, and counts how often each action was called.",
  usage: "npm run test:invariants -- [--runs N] [--depth D] [--match TEXT]",
};
const LARGEST_OUTPUT = 1 << 28;

function count(name: string, value: string): string {
  if (/^[1-9]\d{0,6}$/.test(value)) return value;
  return refuse(MANUAL, `--${name} is "${value}", but must be a whole number from 1 to 9,999,999.`);
}

function main(): number {
  const options = {
    runs: { type: "string", default: "64" },
    depth: { type: "string", default: "64" },
    match: { type: "string", default: "invariant_" },
  } as const;
  const { values } = commandArguments({ options }, MANUAL);
  const env = {
    ...process.env,
    FOUNDRY_INVARIANT_RUNS: count("runs", values.runs),
    FOUNDRY_INVARIANT_DEPTH: count("depth", values.depth),
    FOUNDRY_INVARIANT_SHOW_METRICS: "true",
  };
  const args = ["test", "--match-contract", "Invariants", "--match-test", values.match, "--json"];
  const spawned = { cwd: ROOT, env, encoding: "utf8" as const, maxBuffer: LARGEST_OUTPUT };
  const { stdout, stderr } = spawnSync(foundryBinary("forge"), args, spawned);
  const json = stdout.slice(stdout.indexOf("{"));
  if (!json) {
    console.error(stdout, stderr);
    return 1;
  }
  const { text, sound } = summary(campaigns(JSON.parse(json)));
  console.log(text);
  return sound ? 0 : 1;
}

process.exitCode = main();
