import { tokenise } from "./tokenise.ts";
import type { Contribution, Params, Share } from "./types.ts";

export interface NaiveResult {
  /** First publisher of each counting n-gram, by "start:words". */
  publishers: Map<string, number>;
  shares: Share[];
  treasury: number;
  coverageBps: number;
}

/** The specification read word for word: a map of every n-gram of every contribution, and BigInt throughout. */
export function naiveAttribution(
  contributions: readonly Contribution[],
  answer: string,
  bitsOf: (word: string) => number,
  limit: number,
  params: Params,
): NaiveResult {
  const first = new Map<string, number>();
  for (const [c, { text }] of contributions.entries()) {
    const words = tokenise(text).map(({ word }) => word);
    for (let start = 0; start < words.length; start++) {
      for (let n = params.minWords; n <= params.maxWords && start + n <= words.length; n++) {
        const gram = words.slice(start, start + n).join(" ");
        if (!first.has(gram)) first.set(gram, c);
      }
    }
  }

  const words = tokenise(answer).map(({ word }) => word);
  const bits = words.map((word) => Math.min(params.maxTokenBits, bitsOf(word)));
  const publishers = new Map<string, number>();
  const counts = words.map(() => new Map<number, bigint>());
  for (let start = 0; start < words.length; start++) {
    for (let n = params.minWords; n <= params.maxWords && start + n <= words.length; n++) {
      const publisher = first.get(words.slice(start, start + n).join(" "));
      const sum = bits.slice(start, start + n).reduce((total, value) => total + value, 0);
      if (publisher === undefined || publisher >= limit || sum < params.minBits) continue;
      if (contributions[publisher]!.kind === "void") continue;
      publishers.set(`${start}:${n}`, publisher);
      for (let i = start; i < start + n; i++) counts[i]!.set(publisher, (counts[i]!.get(publisher) ?? 0n) + 1n);
    }
  }

  const gains = new Map<number, bigint>();
  let attributed = 0n;
  let total = 0n;
  for (const [i, byPublisher] of counts.entries()) {
    const mass = BigInt(bits[i]!) * 65536n;
    total += mass;
    const covering = [...byPublisher.values()].reduce((sum, count) => sum + count, 0n);
    if (covering === 0n) continue;
    let commons = 0n;
    for (const [c, count] of byPublisher) {
      if (contributions[c]!.kind === "commons") commons += count;
      else gains.set(c, (gains.get(c) ?? 0n) + (mass * count) / covering);
    }
    attributed += mass - (mass * commons) / covering;
  }

  const floor = (total * BigInt(params.coverageFloorBps)) / 10000n;
  const denominator = attributed > floor ? attributed : floor;
  const shares = [...gains]
    .map(([contribution, gain]) => ({
      contribution,
      share: denominator === 0n ? 0 : Number((BigInt(params.scale) * gain) / denominator),
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => a.contribution - b.contribution);
  return {
    publishers,
    shares,
    treasury: params.scale - shares.reduce((sum, { share }) => sum + share, 0),
    coverageBps: total === 0n ? 0 : Number((attributed * 10000n) / total),
  };
}
