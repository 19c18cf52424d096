import type { measureBuild } from "./build.ts";
import type { measureGrowth } from "./growth.ts";
import type { measureMemory } from "./memory.ts";
import type { measureQueries } from "./queries.ts";

/** What was measured at one size. */
export interface Measured {
  build: Awaited<ReturnType<typeof measureBuild>>;
  memory: Awaited<ReturnType<typeof measureMemory>>;
  queries: ReturnType<typeof measureQueries>;
  growth: Awaited<ReturnType<typeof measureGrowth>>;
}

export interface Target {
  /** Number in the design, and what is measured. */
  name: string;
  goal: string;
  /** On the clock. */
  ours: number;
  /** By CPU time, or of the fastest turns: what a busy machine changes less. */
  undisturbed?: number;
  peer?: { name: string; figure: number };
  met: boolean;
}

/** The design's targets 1 to 5 at one size, with the peer's figure beside each where there is a peer. */
export function targetsOf(size: number, { build, memory, queries, growth }: Measured): Target[] {
  const { lona, maximal, ratio, fullText } = queries;
  const [p50, p95] = size > 100 ? [2, 6] : [1, 2];
  const most = (name: string, ours: number, goal: number, rest: Partial<Target> = {}): Target => ({
    ...{ name, goal: `≤ ${goal}`, ours, ...rest, met: ours <= goal },
  });
  const least = (name: string, ours: number, goal: number, rest: Partial<Target> = {}): Target => ({
    ...{ name, goal: `≥ ${goal}`, ours, ...rest, met: ours >= goal },
  });
  const spans = (figure: number) => ({ peer: { name: "maximal spans", figure } });
  const fts = (figure: number | undefined) => figure !== undefined && { peer: { name: "SQLite FTS5", figure } };
  const { searchableMBs, twoWorkersMBs, suffixArrayAloneMBs } = build;
  return [
    most("1 answer p50, ms", lona.ms.p50, p50, { undisturbed: lona.best.p50, ...spans(maximal.ms.p50) }),
    most("1 answer p95, ms", lona.ms.p95, p95, { undisturbed: lona.best.p95, ...spans(maximal.ms.p95) }),
    least("2 times as fast as maximal spans", ratio.ms, 1.5, { undisturbed: ratio.best }),
    ...(fullText
      ? [
          least("2 times as fast as FTS5 phrases", fullText.phrasesRatio, 100, {
            undisturbed: fullText.phrasesBestRatio,
          }),
          { name: "2 times as fast as BM25", goal: "reported", ours: fullText.rankedRatio, met: true },
        ]
      : []),
    least("3 build, one thread, MB/s", searchableMBs.median, 40, {
      undisturbed: searchableMBs.ofCpu,
      peer: { name: "suffix array alone", figure: suffixArrayAloneMBs.median },
    }),
    least("3 build, two workers, MB/s", twoWorkersMBs.median, 60, {
      ...fts(fullText?.buildMBs),
    }),
    most("4 index bytes a byte of text", memory.bytesPerByte, 1.5, { ...fts(fullText?.bytesPerByte) }),
    most("4 resident bytes a byte of index", memory.residentPerIndexByte, 2),
    most("5 1,000 words searchable p50, ms", growth.addMs.p50, 1, {
      undisturbed: growth.fastestAddMs,
      ...fts(growth.fullText.addMs.p50),
    }),
    least("5 growth, words a second", growth.wordsPerSecond, 1e6, {
      undisturbed: growth.wordsPerCpuSecond,
      ...fts(growth.fullText.wordsPerSecond),
    }),
    most("5 longest hold of the loop, ms", growth.longestHoldMs, 50, {
      undisturbed: growth.longestHoldCpuMs.withMillionWords,
    }),
  ];
}
