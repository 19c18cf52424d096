import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { parseBits } from "../lib/attribution/index.ts";
import { commandArguments, refuse } from "../scripts/stack/arguments.ts";
import { measureBuild } from "./attribution/build.ts";
import { answersOver, type Corpus, readCorpus } from "./attribution/corpus.ts";
import { measureGrowth } from "./attribution/growth.ts";
import { measureHardInputs } from "./attribution/hardInputs.ts";
import { measureMemory } from "./attribution/memory.ts";
import { round } from "./attribution/quantiles.ts";
import { measureQueries } from "./attribution/queries.ts";
import { targetsOf } from "./attribution/targets.ts";

const SIZES = [1, 10, 100, 700];
/** Full-text search takes seconds an answer beyond. */
const MOST_FULL_TEXT = 100;
const MANUAL = {
  name: "bench:attribution",
  does: "Measures the engine beside three other ways, on the same words, in one run; sizes in megabytes of text.",
  usage: `npm run bench:attribution -- [--size ${SIZES.join("|")}]…`,
};
const options = { size: { type: "string", multiple: true } } as const;
const { values } = commandArguments({ options }, MANUAL);
const sizes = (values.size ?? ["1", "10", "100"]).map(Number);
if (sizes.some((size) => !SIZES.includes(size))) {
  refuse(MANUAL, `--size takes ${SIZES.join(", ")} (megabytes of text).`);
}
const bits = parseBits(readFileSync(path.join(import.meta.dirname, "../public/bits-v1.tsv"), "utf8"));
const say = (label: string, value: unknown) => console.log(`  ${label.padEnd(34)} ${JSON.stringify(value)}`);

const results: Record<string, unknown> = {
  ...{ node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length, loadAtStart: round(loadavg()[0]!) },
};
for (const size of sizes) {
  const corpus = readCorpus(size * 1e6);
  const real = `${round(corpus.realBytes / 1e6)} MB of it real text`;
  console.log(`\n${size} MB: ${corpus.contributions.length} contributions, ${real}`);
  results[`${size}MB`] = await measure(corpus, size);
}
console.log("\nhard inputs");
const hard = measureHardInputs(bits);
for (const { name, ...figures } of hard) say(name, figures);
results.hardInputs = hard;
results.loadAtEnd = round(loadavg()[0]!);
console.log(JSON.stringify(results));

async function measure(corpus: Corpus, size: number) {
  const build = await measureBuild(corpus, size > 100 ? 1 : 3);
  for (const [name, speed] of Object.entries(build)) say(`build, ${name}`, speed);
  const memory = await measureMemory(corpus);
  say("index", memory);
  const queries = measureQueries(corpus, bits, size <= MOST_FULL_TEXT);
  for (const [name, figures] of Object.entries(queries)) say(`answers, ${name}`, figures);
  const growth = await measureGrowth(corpus.contributions, answersOver(corpus.contributions, 50), bits);
  say("growth, 1,000 words at a time", growth);
  const targets = targetsOf(size, { build, memory, queries, growth });
  console.table(targets.map(({ peer, ...target }) => ({ ...target, peer: peer && `${peer.figure} ${peer.name}` })));
  const { realBytes, bytes } = corpus;
  return { targets, realBytes, bytes, build, memory, queries, growth };
}
