import { tokenise } from "../attribution/index.ts";

const SHINGLE_WORDS = 8;
/** A row this much of whose 8-word runs stand in one earlier row is its duplicate: the limit of admission. */
const DUPLICATE_BPS = 9000;

/**
 * For each text the earliest one that it repeats, itself when it is new. Training on the heads alone makes copies worth exactly
 * nothing and leaves the whole of the group's credit with its first publisher.
 */
export function duplicateHeads(texts: readonly string[]): Int32Array {
  const heads = new Int32Array(texts.length);
  const firstHolder = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    const shingles = shinglesOf(text);
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const holder = firstHolder.get(shingle);
      if (holder !== undefined) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    heads[index] = index;
    // A run has one first holder: no two of them can hold so much.
    for (const [holder, count] of shared) {
      if (count * 10_000 >= shingles.size * DUPLICATE_BPS) heads[index] = heads[holder]!;
    }
    for (const shingle of shingles) if (!firstHolder.has(shingle)) firstHolder.set(shingle, index);
  }
  return heads;
}

function shinglesOf(text: string): Set<string> {
  const words = tokenise(text).map(({ word }) => word);
  const size = Math.min(SHINGLE_WORDS, words.length);
  const shingles = new Set<string>();
  for (let start = 0; start + size <= words.length; start++) shingles.add(words.slice(start, start + size).join(" "));
  return shingles;
}
