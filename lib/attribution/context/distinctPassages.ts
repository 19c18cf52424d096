/** A passage read into folded words. */
export interface ReadPassage {
  contribution: number;
  offset: number;
  words: readonly string[];
}

/** Words of a shingle, and the part of a passage's shingles that must stand in an earlier passage for it to be a repetition. */
const SHINGLE_WORDS = 4;
const REPEATED_BPS = 5000;

/**
 * The passages in ledger order (contribution, then offset) without those that repeat an earlier one: whose runs of 4 words
 * stand, for a half or more, in one that is kept. A near-copy with one word in ten replaced still repeats (0.9⁴ = 66 %).
 */
export function distinctPassages(passages: readonly ReadPassage[]): ReadPassage[] {
  const kept: { passage: ReadPassage; shingles: ReadonlySet<string> }[] = [];
  for (const passage of [...passages].sort(inLedgerOrder)) {
    const shingles = shinglesOf(passage.words);
    const repeats = kept.some((earlier) => {
      let shared = 0;
      for (const shingle of shingles) if (earlier.shingles.has(shingle)) shared++;
      return shared * 10_000 >= shingles.size * REPEATED_BPS;
    });
    if (!repeats && shingles.size > 0) kept.push({ passage, shingles });
  }
  return kept.map(({ passage }) => passage);
}

/** Two logs of one place differ in nothing but their text: the order of the texts decides, so that any order gives one result. */
function inLedgerOrder(a: ReadPassage, b: ReadPassage): number {
  if (a.contribution !== b.contribution) return a.contribution - b.contribution;
  if (a.offset !== b.offset) return a.offset - b.offset;
  return a.words.join(" ") < b.words.join(" ") ? -1 : 1;
}

function shinglesOf(words: readonly string[]): Set<string> {
  const size = Math.min(SHINGLE_WORDS, words.length);
  const shingles = new Set<string>();
  for (let start = 0; size > 0 && start + size <= words.length; start++) {
    shingles.add(words.slice(start, start + size).join(" "));
  }
  return shingles;
}
