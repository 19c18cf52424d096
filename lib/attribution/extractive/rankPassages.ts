import type { Passages } from "./buildPassages.ts";
import { rarity } from "./rarity.ts";

const K1 = 1.2;
const B = 0.75;

export interface RankedPassage {
  passage: number;
  score: number;
}

/**
 * The `most` best passages by BM25 (k1 1.2, b 0.75) for `terms`, those of equal score by place. `titles` adds to all passages of a
 * document. With `only`, other documents are left out.
 */
export function rankPassages(
  index: Passages,
  terms: Iterable<string>,
  titles: ReadonlyMap<number, number>,
  only: ReadonlySet<number> | undefined,
  most: number,
): RankedPassage[] {
  const scores = new Map<number, number>();
  for (const [document, score] of titles) {
    const { from, to } = index.extents[document]!;
    for (let passage = from; passage < to; passage++) scores.set(passage, score);
  }
  for (const term of terms) {
    const entries = index.postings.get(term) ?? [];
    const weight = rarity(index.list.length, entries.length / 2);
    for (let i = 0; i < entries.length; i += 2) {
      const passage = entries[i]!;
      const frequency = entries[i + 1]!;
      const { document, length } = index.list[passage]!;
      if (only && !only.has(document)) continue;
      const relative = length / index.averageLength;
      const gain = (weight * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * relative));
      scores.set(passage, (scores.get(passage) ?? 0) + gain);
    }
  }
  return [...scores]
    .map(([passage, score]) => ({ passage, score }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, most);
}
