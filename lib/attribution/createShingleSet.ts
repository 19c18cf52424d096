import { HashSet } from "./HashSet.ts";
import { scanTokens } from "./scanTokens.ts";

/** Words of a shingle. */
const SHINGLE_WORDS = 8;

/** A contribution more than this part of which is already known is refused, in basis points. */
export const ADMISSION_LIMIT_BPS = 9000;

export interface ShingleSet {
  /** Makes every run of 8 words of `text` known. */
  add(text: string): void;
  /** Part of the runs of 8 words of `text` that are known, in basis points, rounded down. 10,000 for a text without words. */
  containmentBps(text: string): number;
}

/**
 * The 8-grams (folded words of `words-1`) of all texts seen so far. A text shorter than 8 words is one shingle of its own, so that its
 * exact copy is found too. Shingles are kept as 53-bit hashes in one flat table (about 11 to 22 bytes each): a known text is never
 * missed; a new shingle looks known once in 2^53 / size, 1 in 3 · 10^9 at three million words.
 */
export function createShingleSet(): ShingleSet {
  const known = new HashSet();
  return {
    add(text) {
      for (const hash of shingleHashes(text)) known.add(hash);
    },
    containmentBps(text) {
      const hashes = shingleHashes(text);
      if (hashes.length === 0) return 10_000;
      let contained = 0;
      for (const hash of hashes) if (known.has(hash)) contained++;
      return Math.floor((contained * 10_000) / hashes.length);
    },
  };
}

function shingleHashes(text: string): Float64Array {
  const low: number[] = [];
  const high: number[] = [];
  scanTokens(text, (word) => {
    low.push(hashWord(word, 0x811c9dc5, 0x01000193));
    high.push(hashWord(word, 0x9747b28c, 0x5bd1e995));
  });
  const size = Math.min(SHINGLE_WORDS, low.length);
  const hashes = new Float64Array(size === 0 ? 0 : low.length - size + 1);
  for (let start = 0; start < hashes.length; start++) {
    // The size goes in, so that a short text differs from the longer one it begins.
    const upper = hashRun(high, start, size) & 0x1fffff;
    hashes[start] = upper * 2 ** 32 + hashRun(low, start, size);
  }
  return hashes;
}

/** FNV-1a over UTF-16 units. Another seed and (odd) factor give a hash whose collisions are others. */
function hashWord(word: string, seed: number, factor: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), factor);
  return hash;
}

/** Murmur3's 32-bit mixing of `size` words' hashes. */
function hashRun(words: readonly number[], start: number, size: number): number {
  let hash = size;
  for (let i = start; i < start + size; i++) {
    let word = Math.imul(words[i]!, 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
