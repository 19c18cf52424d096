import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as breathe } from "node:timers/promises";
import { attribute, type BitsTable, type Contribution, GrowingIndex, wordsOf } from "../../lib/attribution/index.ts";
import { BuilderPool } from "../../lib/ledgerIndex/index.ts";
import { measureInserts } from "./fullText.ts";
import { cpuMs, quantiles, round } from "./quantiles.ts";

const CONTRIBUTION_WORDS = 1000;
const MOST_WORDS = 6_000_000;
/** Contributions between two answers that are served. */
const SERVED_EVERY = 20;

/**
 * Contributions of 1,000 words added one by one while answers are served, then one of a million words while they still are; beside it
 * SQLite, a transaction each.
 */
export async function measureGrowth(
  contributions: readonly Contribution[],
  answers: readonly string[],
  bits: BitsTable,
) {
  const pieces = cut(contributions);
  const pool = new BuilderPool(2);
  const index = new GrowingIndex({
    build: (sources, removed) => pool.build(sources, removed),
    breathe: () => breathe(),
    builders: 2,
  });
  const added: number[] = [];
  const served: number[] = [];
  const serve = () => {
    const from = performance.now();
    attribute(index, answers[served.length % answers.length]!, bits);
    served.push(performance.now() - from);
  };
  const holds = watchHolds();
  const started = performance.now();
  const startedCpu = cpuMs();
  for (const [i, text] of pieces.entries()) {
    const at = performance.now();
    await index.add({ text, kind: "paid" });
    added.push(performance.now() - at);
    if (i % SERVED_EVERY > 0) continue;
    serve();
    await breathe();
  }
  const allAddedMs = performance.now() - started;
  const addedCpuMs = cpuMs() - startedCpu;
  const holdsOfAdding = holds.longest();

  const serving = setInterval(serve, 10);
  const longAt = performance.now();
  await index.add({ text: pieces.slice(0, 1000).join(" "), kind: "paid" });
  const millionWordContributionMs = round(performance.now() - longAt);
  await index.settled();
  clearInterval(serving);
  const settledMs = performance.now() - started;
  const holdsOfAll = holds.stop();
  await pool.close();
  const words = wordsOf(index);
  const perSecond = (count: number, ms: number) => round(count / (ms / 1000));
  return {
    words,
    addMs: quantiles(added),
    fastestAddMs: round(Math.min(...added)),
    servedMs: quantiles(served),
    wordsPerSecond: perSecond(pieces.length * CONTRIBUTION_WORDS, allAddedMs),
    wordsPerCpuSecond: perSecond(pieces.length * CONTRIBUTION_WORDS, addedCpuMs),
    wordsPerSecondSettled: perSecond(words, settledMs),
    millionWordContributionMs,
    tiers: index.tiers.length,
    longestHoldCpuMs: { adding: holdsOfAdding, withMillionWords: holdsOfAll.cpuMs },
    longestHoldMs: holdsOfAll.ms,
    fullText: measureInserts(pieces.slice(0, 1000)),
  };
}

/**
 * How long the event loop was not turning. The clock also counts what others on the machine take; the CPU time of this thread between two
 * turns is at least what we have held it.
 */
function watchHolds() {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let busy = cpuMs();
  let longest = 0;
  const turns = setInterval(() => {
    const now = cpuMs();
    longest = Math.max(longest, now - busy);
    busy = now;
  }, 1);
  return {
    longest: () => round(longest),
    stop() {
      delay.disable();
      clearInterval(turns);
      return { cpuMs: round(longest), ms: round(delay.max / 1e6) };
    },
  };
}

/** Pieces of 1,000 words, of different lengths in characters. */
function cut(contributions: readonly Contribution[]): string[] {
  const pieces: string[] = [];
  for (const { text } of contributions) {
    const words = text.split(/\W+/);
    for (let from = 0; from + CONTRIBUTION_WORDS <= words.length; from += CONTRIBUTION_WORDS) {
      pieces.push(words.slice(from, from + CONTRIBUTION_WORDS).join(" "));
      if (pieces.length * CONTRIBUTION_WORDS >= MOST_WORDS) return pieces;
    }
  }
  return pieces;
}
