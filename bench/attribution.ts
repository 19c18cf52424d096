// npm run bench:attribution [-- --size 1|10|100|700]: the engine beside three other ways, on the same words, in one run.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  attribute,
  buildIndex,
  buildTier,
  parseBits,
  type TierSource,
  tokenise,
  wordsOf,
} from "../lib/attribution/index.ts";
import { BuilderPool, openLedgerIndex } from "../lib/ledgerIndex/index.ts";
import { answersOver, type Corpus, readCorpus } from "./attribution/corpus.ts";
import { buildFullText } from "./attribution/fullText.ts";
import { measureGrowth } from "./attribution/growth.ts";
import { measureHardInputs } from "./attribution/hardInputs.ts";
import { indexForSpans, maximalSpans } from "./attribution/maximalSpans.ts";
import { cpuMs, median, quantiles, round, timed } from "./attribution/quantiles.ts";

const SIZES = [1, 10, 100, 700];
const { values } = parseArgs({ options: { size: { type: "string", multiple: true } } });
const sizes = (values.size ?? ["1", "10", "100"]).map(Number);
if (sizes.some((size) => !SIZES.includes(size))) {
  console.error(`bench:attribution: --size takes ${SIZES.join(", ")} (megabytes of text).`);
  process.exit(2);
}
const bits = parseBits(readFileSync(path.join(import.meta.dirname, "../public/bits-v1.tsv"), "utf8"));
const say = (label: string, value: unknown) =>
  console.log(`  ${label.padEnd(34)} ${typeof value === "string" ? value : JSON.stringify(value)}`);

const results: Record<string, unknown> = { node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length };
for (const size of sizes) {
  const corpus = readCorpus(size * 1e6);
  console.log(
    `\n${size} MB: ${corpus.contributions.length} contributions, ${round(corpus.realBytes / 1e6)} MB of it real text`,
  );
  results[`${size}MB`] = await measure(corpus, size);
}
console.log("\nhard inputs");
const hard = measureHardInputs(bits);
for (const { name, ...figures } of hard) say(name, figures);
results.hardInputs = hard;
console.log(JSON.stringify(results));

async function measure(corpus: Corpus, size: number) {
  const build = await measureBuild(corpus, size);
  const memory = await measureMemory(corpus, size);
  const queries = measureQueries(corpus, size);
  const answers = answersOver(corpus.contributions, 50);
  const growth = await measureGrowth(corpus.contributions, answers, bits);
  say("growth, 1,000 words at a time", growth);
  return { realBytes: corpus.realBytes, bytes: corpus.bytes, build, memory, queries, growth };
}

/** MB of text a second: words numbered, then made searchable on one thread and on two. */
async function measureBuild({ contributions, bytes }: Corpus, size: number) {
  const rounds = size > 10 ? 1 : 3;
  const perSecond = (ms: number) => round(bytes / 1e3 / ms);
  const all: number[] = [];
  const searchable: number[] = [];
  const both: number[] = [];
  const baseline: number[] = [];
  const cpu: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const started = performance.now();
    const index = buildIndex(contributions);
    all.push(performance.now() - started);
    const [tier] = index.tiers;
    const busy = cpuMs();
    searchable.push(timed(() => buildTier(tier!)));
    cpu.push(cpuMs() - busy);
    baseline.push(timed(() => indexForSpans(tier!.words, index.vocabulary.size + 1, tier!.starts)));
    const pool = new BuilderPool(2);
    // Threads start and load their code once in a process's life.
    const small = buildIndex(contributions.slice(0, 1)).tiers[0]!;
    await Promise.all([small, small].map((source) => pool.build([source], new Set())));
    const from = performance.now();
    await Promise.all(halves(tier!).map((half) => pool.build([half], new Set())));
    both.push(performance.now() - from);
    await pool.close();
  }
  const figures = {
    fromTextMBs: perSecond(median(all)),
    searchableMBs: perSecond(median(searchable)),
    searchableMBsOfCpu: perSecond(median(cpu)),
    twoWorkersMBs: perSecond(median(both)),
    suffixArrayAloneMBs: perSecond(median(baseline)),
  };
  say("build from text, one thread", `${figures.fromTextMBs} MB/s`);
  say(
    "of numbered words, one thread",
    `${figures.searchableMBs} MB/s; ${figures.searchableMBsOfCpu} a CPU second (suffix array alone ${figures.suffixArrayAloneMBs})`,
  );
  say("of numbered words, two workers", `${figures.twoWorkersMBs} MB/s`);
  return figures;
}

function halves(source: TierSource): [TierSource, TierSource] {
  const { words, starts, kinds, spellings } = source;
  const count = starts.findIndex((start) => start > words.length / 2);
  const at = starts[count] ?? words.length;
  const none = { first: 1, ends: new Int32Array(0), units: new Uint16Array(0) };
  return [
    {
      firstContribution: 0,
      words: words.subarray(0, at),
      starts: starts.slice(0, count),
      kinds: kinds.slice(0, count),
      spellings,
    },
    {
      ...{ firstContribution: count, words: words.subarray(at), kinds: kinds.slice(count) },
      ...{ starts: starts.slice(count).map((start) => start - at), spellings: none },
    },
  ];
}

/** Bytes on disk (which are the bytes in memory) and what a process that loads them takes. */
async function measureMemory({ contributions, bytes }: Corpus, size: number) {
  const directory = mkdtempSync(path.join(tmpdir(), "bench-index-"));
  const pool = new BuilderPool(2);
  try {
    const ledger = await openLedgerIndex(
      contributions.map((_, i) => ({ key: String(i), kind: "paid" as const })),
      {
        ...{ directory, pool, bits: "bench", say: (line: string) => console.log(line), flushWords: 1 },
        textsOf: async (_, from, to) => contributions.slice(from, to).map(({ text }) => text),
      },
    );
    await ledger.settled();
    const indexBytes = ledger.index.tiers.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    const words = wordsOf(ledger.index);
    const script = path.join(import.meta.dirname, "attribution/resident.ts");
    const child = JSON.parse(
      execFileSync(process.execPath, [script, directory, String(contributions.length)], { encoding: "utf8" }),
    ) as { loadMs: number; rss: number; before: number };
    const figures = {
      tiers: ledger.index.tiers.length,
      bytesPerByte: round(indexBytes / bytes),
      bytesPerWord: round(indexBytes / words),
      textBytesPerWord: round(bytes / words),
      loadMs: round(child.loadMs),
      residentMB: round(child.rss / 1e6),
      processMB: round(child.before / 1e6),
      residentPerIndexByte: round((child.rss - child.before) / indexBytes),
    };
    say("index", figures);
    return figures;
  } finally {
    await pool.close();
    rmSync(directory, { recursive: true, force: true });
    if (size > 100) console.log("  (peers are left out above 100 MB but for maximal spans)");
  }
}

/** The whole of `attribute` for 500-word answers, turn about with the others. */
function measureQueries({ contributions }: Corpus, size: number) {
  const index = buildIndex(contributions);
  const [tier] = index.tiers;
  const spans = { words: tier!.words, suffixes: tier!.suffixes, starts: tier!.starts };
  const answers = answersOver(contributions, 200);
  const spansOf = (answer: string) => {
    const numbers = tokenise(answer).map(({ start, end }) => index.vocabulary.numberOf(answer, start, end));
    return maximalSpans(spans, Int32Array.from(numbers));
  };
  const times = { ours: [] as number[], theirs: [] as number[] };
  const cpu = { ours: 0, theirs: 0 };
  let rows = 0;
  for (let turn = 0; turn < 6; turn++) {
    for (const answer of answers) {
      const takeTurn = {
        ours: () => {
          rows += attribute(index, answer, bits).rows.length;
        },
        theirs: () => spansOf(answer),
      };
      // Whoever comes second finds the caches warm, and the first turns warm the code.
      const order = turn % 2 === 0 ? (["ours", "theirs"] as const) : (["theirs", "ours"] as const);
      for (const side of order) {
        const busy = cpuMs();
        const ms = timed(takeTurn[side]);
        if (turn < 2) continue;
        times[side].push(ms);
        cpu[side] += cpuMs() - busy;
      }
    }
  }
  const meanCpu = (side: "ours" | "theirs") => round(cpu[side] / times[side].length);
  const lona = { ...quantiles(times.ours), meanCpu: meanCpu("ours") };
  const maximal = { ...quantiles(times.theirs), meanCpu: meanCpu("theirs") };
  const ratio = {
    p50: round(maximal.p50 / lona.p50),
    p95: round(maximal.p95 / lona.p95),
    cpu: round(maximal.meanCpu / lona.meanCpu),
  };
  say("attribute, ms (all of it)", { ...lona, rowsPerAnswer: round(rows / answers.length / 6) });
  say("maximal spans, ms", { ...maximal, ratio });
  if (size > 100) return { lona, maximal, ratio };

  const text = buildFullText(contributions);
  const some = answers.slice(0, size > 10 ? 10 : 20);
  const phrases = quantiles(some.map((answer) => timed(() => text.phrases(answer))));
  const ranked = quantiles(some.map((answer) => timed(() => text.ranked(answer))));
  const full = {
    ...{ buildMs: round(text.buildMs), bytes: text.bytes, phrases, ranked },
    ...{ phrasesRatio: round(phrases.p50 / lona.p50), rankedRatio: round(ranked.p50 / lona.p50) },
  };
  say("SQLite FTS5, 4-word phrases, ms", { ...phrases, ratio: full.phrasesRatio });
  say("SQLite FTS5, BM25 top 10, ms", { ...ranked, ratio: full.rankedRatio });
  return { lona, maximal, ratio, fullText: full };
}
