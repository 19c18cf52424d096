import type { TierSource } from "../attribution/index.ts";

/** The first `count` contributions of a tier, to be built as a tier of their own: their words are numbered already. */
export function cutTier({ firstContribution, words, starts, kinds, spellings }: TierSource, count: number): TierSource {
  const taken = words.subarray(0, starts[count] ?? words.length);
  let highest = 0;
  for (let i = 0; i < taken.length; i++) if (taken[i]! > highest) highest = taken[i]!;
  // Words are numbered in the order in which they come, so those that come later only are the last.
  const spelled = Math.max(0, highest - spellings.first + 1);
  const ends = spellings.ends.slice(0, spelled);
  return {
    firstContribution,
    words: taken,
    starts: starts.slice(0, count),
    kinds: kinds.slice(0, count),
    spellings: { first: spellings.first, ends, units: spellings.units.slice(0, ends.at(-1) ?? 0) },
  };
}
