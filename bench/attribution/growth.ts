import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as breathe } from "node:timers/promises";
import { attribute, type BitsTable, type Contribution, GrowingIndex, wordsOf } from "../../lib/attribution/index.ts";
import { BuilderPool } from "../../lib/ledgerIndex/index.ts";
import { cpuMs, quantiles, round } from "./quantiles.ts";

const CONTRIBUTION_WORDS = 1000;
const MOST_WORDS = 6_000_000;
const RESOLUTION_MS = 5;

/** Contributions of 1,000 words added one by one while answers are served; and what was built is what is built at once. */
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
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  // Between two turns of a timer the thread cannot have held the loop for longer than the CPU time it used.
  let busy = cpuMs();
  let longestBusy = 0;
  const turns = setInterval(() => {
    const now = cpuMs();
    longestBusy = Math.max(longestBusy, now - busy);
    busy = now;
  }, 1);
  const added: number[] = [];
  const served: number[] = [];
  const started = performance.now();
  const startedCpu = cpuMs();
  for (const [i, text] of pieces.entries()) {
    const at = performance.now();
    await index.add({ text, kind: "paid" });
    added.push(performance.now() - at);
    if (i % 20 === 0) {
      const from = performance.now();
      attribute(index, answers[(i / 20) % answers.length]!, bits);
      served.push(performance.now() - from);
      await breathe();
    }
  }
  const allAddedMs = performance.now() - started;
  const addedCpuMs = cpuMs() - startedCpu;
  await breathe();
  const while1M = { text: pieces.slice(0, 1000).join(" "), kind: "paid" as const };
  const longAt = performance.now();
  await index.add(while1M);
  const longMs = performance.now() - longAt;
  await index.settled();
  const settledMs = performance.now() - started;
  delay.disable();
  clearInterval(turns);
  const words = wordsOf(index);
  await pool.close();
  return {
    words,
    addMs: quantiles(added),
    servedMs: quantiles(served),
    wordsPerSecond: round((pieces.length * CONTRIBUTION_WORDS) / (allAddedMs / 1000)),
    wordsPerSecondSettled: round(words / (settledMs / 1000)),
    millionWordContributionMs: round(longMs),
    tiers: index.tiers.length,
    wordsPerCpuSecond: round((pieces.length * CONTRIBUTION_WORDS) / (addedCpuMs / 1000)),
    longestHoldCpuMs: round(longestBusy),
    longestHoldMs: round(delay.max / 1e6),
    holdP99Ms: round(delay.percentile(99) / 1e6),
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
