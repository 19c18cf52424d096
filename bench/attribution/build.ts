import { buildIndex, buildTier, type TierSource } from "../../lib/attribution/index.ts";
import { BuilderPool } from "../../lib/ledgerIndex/index.ts";
import type { Corpus } from "./corpus.ts";
import { indexForSpans } from "./maximalSpans.ts";
import { allCpuMs, type Cost, costOf, median, round } from "./quantiles.ts";

/** MB of text a second. `best` is the fastest round; `ofCpu` counts CPU time instead of the clock, of all threads. */
interface Speed {
  median: number;
  best: number;
  ofCpu: number;
}

/** Words numbered, then made searchable on one thread and on two; beside it the suffix array alone, which is the baseline's index. */
export async function measureBuild({ contributions, bytes }: Corpus, rounds: number) {
  const costs = { fromText: [] as Cost[], searchable: [] as Cost[], twoWorkers: [] as Cost[], suffixes: [] as Cost[] };
  const pool = new BuilderPool(2);
  // Threads start and load their code once in a process's life.
  const small = buildIndex(contributions.slice(0, 1)).tiers[0]!;
  await Promise.all([small, small].map((source) => pool.build([source], new Set())));
  for (let turn = 0; turn < rounds; turn++) {
    let index = buildIndex([]);
    costs.fromText.push(
      costOf(() => {
        index = buildIndex(contributions);
      }),
    );
    const tier = index.tiers[0]!;
    costs.searchable.push(costOf(() => buildTier(tier)));
    costs.suffixes.push(costOf(() => indexForSpans(tier.words, index.vocabulary.size + 1, tier.starts)));
    costs.twoWorkers.push(await costOfTwo(pool, halves(tier)));
  }
  await pool.close();
  const speed = (rounds: readonly Cost[]): Speed => {
    const perSecond = (ms: number) => round(bytes / 1e3 / ms);
    return {
      median: perSecond(median(rounds.map(({ ms }) => ms))),
      best: perSecond(Math.min(...rounds.map(({ ms }) => ms))),
      ofCpu: perSecond(Math.min(...rounds.map(({ cpuMs }) => cpuMs))),
    };
  };
  return {
    fromTextMBs: speed(costs.fromText),
    searchableMBs: speed(costs.searchable),
    twoWorkersMBs: speed(costs.twoWorkers),
    suffixArrayAloneMBs: speed(costs.suffixes),
  };
}

async function costOfTwo(pool: BuilderPool, parts: readonly TierSource[]): Promise<Cost> {
  const busy = allCpuMs();
  const started = performance.now();
  await Promise.all(parts.map((part) => pool.build([part], new Set())));
  return { ms: performance.now() - started, cpuMs: allCpuMs() - busy };
}

function halves(source: TierSource): TierSource[] {
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
