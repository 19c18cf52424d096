import { BORDER, type TierSource } from "./types.ts";

/**
 * One source of several that follow one another in the ledger. Contributions in `removed` (ledger indices) keep their place but lose
 * their words.
 */
export function mergeSources(sources: readonly TierSource[], removed?: ReadonlySet<number>): TierSource {
  const [first] = sources;
  const total = (sizeOf: (source: TierSource) => number) => sources.reduce((sum, source) => sum + sizeOf(source), 0);
  const words = new Int32Array(total((source) => source.words.length));
  const starts = new Int32Array(total((source) => source.starts.length));
  const kinds = new Uint8Array(starts.length);
  const ends = new Int32Array(total(({ spellings }) => spellings.ends.length));
  const units = new Uint16Array(total(({ spellings }) => spellings.units.length));
  let word = 0;
  let contribution = 0;
  let spelling = 0;
  let unit = 0;
  for (const source of sources) {
    kinds.set(source.kinds, contribution);
    for (let i = 0; i < source.starts.length; i++) {
      const place = source.firstContribution + i;
      const from = source.starts[i]!;
      const to = source.starts[i + 1] ?? source.words.length;
      starts[contribution++] = word;
      if (removed?.has(place)) {
        words[word++] = BORDER;
      } else {
        words.set(source.words.subarray(from, to), word);
        word += to - from;
      }
    }
    for (const end of source.spellings.ends) ends[spelling++] = unit + end;
    units.set(source.spellings.units, unit);
    unit += source.spellings.units.length;
  }
  return {
    firstContribution: first?.firstContribution ?? 0,
    words: words.subarray(0, word),
    starts,
    kinds,
    spellings: { first: first?.spellings.first ?? 1, ends, units },
  };
}
