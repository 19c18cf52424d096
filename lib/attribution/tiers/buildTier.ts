import { buildMinimumTree } from "../minimumTree.ts";
import { suffixArray } from "../suffixArray.ts";
import { fillGramFilter } from "./gramFilter.ts";
import { SAMPLE_STEP, SAMPLE_WORDS, tierBytes, viewTier, writeTierHeader } from "./tierLayout.ts";
import type { Tier, TierSource } from "./types.ts";

export interface BuildOptions {
  /** Where the tier lies; shared memory lets a thread hand it over without a copy. */
  allocate?: (bytes: number) => ArrayBufferLike;
}

/** Makes a range of the ledger searchable, in about linear time whatever its words repeat (see `suffixArray`). */
export function buildTier(source: TierSource, options: BuildOptions = {}): Tier {
  const { allocate = (bytes: number) => new ArrayBuffer(bytes) } = options;
  const { words, starts, kinds, spellings, firstContribution } = source;
  const alphabet = alphabetOf(words);
  const highest = alphabet.at(-1) ?? -1;
  // A place for every number costs 4 bytes each, but a search for each look-up less.
  const dense = 4 * (highest + 2) <= 8 * alphabet.length + words.length / 4;
  const shape = {
    firstContribution,
    contributions: starts.length,
    words: words.length,
    alphabet: dense ? 0 : alphabet.length,
    firstSuffixes: (dense ? highest + 1 : alphabet.length) + 1,
    firstSpelling: spellings.first,
    spellings: spellings.ends.length,
    spellingUnits: spellings.units.length,
  };
  const buffer = allocate(tierBytes(shape));
  writeTierHeader(buffer, shape);
  const tier = viewTier(buffer);
  tier.words.set(words);
  tier.starts.set(starts);
  tier.kinds.set(kinds);
  tier.spellings.ends.set(spellings.ends);
  tier.spellings.units.set(spellings.units);

  const { ranked, counts } = rankWords(words, alphabet);
  suffixArray(ranked, alphabet.length, tier.suffixes);
  if (!dense) tier.alphabet.set(alphabet);
  fillFirstSuffix(tier.firstSuffix, alphabet, counts, dense);
  fillSamples(tier);
  buildMinimumTree(tier.suffixes, tier.earliest.levels.length > 1 ? minimaOf(tier) : undefined);
  fillGramFilter(tier.filter, tier.firsts, words);
  return tier;
}

/** The distinct words, ascending. */
function alphabetOf(words: Int32Array): Int32Array {
  let highest = 0;
  for (let i = 0; i < words.length; i++) if (words[i]! > highest) highest = words[i]!;
  if (words.length * 16 < highest) {
    const sorted = words.slice().sort();
    return sorted.filter((word, i) => i === 0 || word !== sorted[i - 1]);
  }
  const present = new Uint8Array(highest + 1);
  for (let i = 0; i < words.length; i++) present[words[i]!] = 1;
  let count = 0;
  for (let word = 0; word <= highest; word++) count += present[word]!;
  const alphabet = new Int32Array(count);
  for (let word = 0, k = 0; word <= highest; word++) if (present[word] === 1) alphabet[k++] = word;
  return alphabet;
}

/** Kept between calls: a small tier must not pay for every word there is. Only entries that were just written are read. */
let ranks = new Int32Array(0);

/** Words by their place in the alphabet, so that sorting does not pay for words that are elsewhere; and how often each occurs. */
function rankWords(words: Int32Array, alphabet: Int32Array): { ranked: Int32Array; counts: Int32Array } {
  const highest = alphabet.at(-1) ?? -1;
  if (ranks.length <= highest) ranks = new Int32Array(highest * 2 + 1);
  for (let rank = 0; rank < alphabet.length; rank++) ranks[alphabet[rank]!] = rank;
  const ranked = new Int32Array(words.length);
  const counts = new Int32Array(alphabet.length);
  for (let i = 0; i < words.length; i++) {
    const rank = ranks[words[i]!]!;
    ranked[i] = rank;
    counts[rank]!++;
  }
  return { ranked, counts };
}

function fillFirstSuffix(table: Int32Array, alphabet: Int32Array, counts: Int32Array, dense: boolean): void {
  let sum = 0;
  let at = 0;
  for (let rank = 0; rank < alphabet.length; rank++) {
    const place = dense ? alphabet[rank]! : rank;
    while (at <= place) table[at++] = sum;
    sum += counts[rank]!;
  }
  while (at < table.length) table[at++] = sum;
}

/** A word beyond the end is below all others, as the end itself is in the order of suffixes. */
function fillSamples({ samples, suffixes, words }: Tier): void {
  for (let place = 0, at = 0; place < suffixes.length; place += SAMPLE_STEP) {
    const position = suffixes[place]!;
    for (let k = 1; k <= SAMPLE_WORDS; k++) samples[at++] = position + k < words.length ? words[position + k]! : -1;
  }
}

/** The storage behind the levels, which lie one after the other. */
function minimaOf({ buffer, earliest }: Tier): Int32Array {
  const levels = earliest.levels.slice(1);
  const length = levels.reduce((sum, level) => sum + level.length, 0);
  return new Int32Array(buffer, levels[0]!.byteOffset, length);
}
