import type { Passages } from "./buildPassages.ts";
import { rarity } from "./rarity.ts";
import { termsOf } from "./termsOf.ts";

const MOST_PASSAGES = 300;
const MOST_ASSOCIATES = 8;

/** Terms that stand where `term` stands, with weights that add up to 1: how a text may speak of it without the word. */
export function associatesOf(index: Passages, term: string): Map<string, number> {
  const entries = index.postings.get(term) ?? [];
  const having = entries.length / 2;
  // Spread over all of them, as the first ones may come from one document.
  const stride = Math.max(1, Math.ceil(having / MOST_PASSAGES));
  const together = new Map<string, number>();
  let seen = 0;
  for (let i = 0; i < having; i += stride) {
    const { document, section, from, to } = index.list[entries[2 * i]!]!;
    const body = index.documents[document]!.text.slice(section.sentences[from]!.start, section.sentences[to - 1]!.end);
    for (const other of new Set(termsOf(body))) together.set(other, (together.get(other) ?? 0) + 1);
    seen++;
  }
  together.delete(term);
  const scored = [...together]
    .map(([other, count]) => {
      const all = (index.postings.get(other)?.length ?? 0) / 2;
      const dice = (2 * count * having) / seen / (having + all);
      return [other, dice * rarity(index.list.length, all)] as const;
    })
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_ASSOCIATES);
  const sum = scored.reduce((total, [, score]) => total + score, 0);
  return new Map(scored.map(([other, score]) => [other, score / sum]));
}
