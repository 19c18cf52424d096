import { tokenise } from "../attribution/index.ts";

/** Words of a text that are read: the first ones say what it is. */
const MOST_WORDS = 2000;
const PAIR_WEIGHT = 0.5;

/**
 * A text as a vector of `dimensions` numbers: its words and pairs of neighbours (half the weight), folded as `words-1` does,
 * hashed into signed buckets (Weinberger et al., "Feature hashing for large scale multitask learning", 2009); the signed square
 * root of each bucket, scaled to length 1; the last place is 1, the bias. Uses + − × ÷ √ only, so every engine gets the same
 * bits.
 * @param dimensions at least 2, the bias included.
 */
export function textFeatures(text: string, dimensions: number): Float64Array {
  const features = new Float64Array(dimensions);
  const buckets = dimensions - 1;
  const add = (hash: number, weight: number) => {
    features[hash % buckets]! += hash >>> 31 ? weight : -weight;
  };
  let before = 0;
  for (const [i, { word }] of tokenise(text).slice(0, MOST_WORDS).entries()) {
    const own = hashOf(word);
    add(mix(own), 1);
    if (i > 0) add(mix(Math.imul(before, 31) ^ own), PAIR_WEIGHT);
    before = own;
  }
  let squares = 0;
  for (let i = 0; i < buckets; i++) {
    squares += Math.abs(features[i]!);
    features[i] = features[i]! < 0 ? -Math.sqrt(-features[i]!) : Math.sqrt(features[i]!);
  }
  const length = squares === 0 ? 1 : Math.sqrt(squares);
  for (let i = 0; i < buckets; i++) features[i]! /= length;
  features[buckets] = 1;
  return features;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Murmur3's last step: spreads every bit over all. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
