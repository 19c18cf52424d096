import { buildMinimumTree, type MinimumTree } from "./minimumTree.ts";
import { scanTokens } from "./scanTokens.ts";
import { suffixArray } from "./suffixArray.ts";
import type { Contribution, ContributionKind } from "./types.ts";

/** Word number of the border between contributions. No answer has it, so no n-gram crosses a border. */
const BORDER = 0;

/** A ledger made searchable. Holds word numbers, not texts: about 13 bytes for each word. */
export interface AttributionIndex {
  /** Kind of each contribution, in ledger order. */
  readonly kinds: readonly ContributionKind[];
  /** Number of each folded word, from 1. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** All contributions one after the other, each closed by a border. */
  readonly words: Int32Array;
  /** Position in `words` at which each contribution begins. */
  readonly starts: Int32Array;
  /** Positions in the order of the suffixes that begin there. */
  readonly suffixes: Int32Array;
  /** Place in `suffixes` of the first suffix that begins with each word; one more entry closes the last. */
  readonly firstSuffix: Int32Array;
  /** Over `suffixes`: the earliest occurrence in an interval is also the first publisher. */
  readonly earliest: MinimumTree;
}

/**
 * Builds the index over `contributions`, which are in total ledger order. Linear in the number of words. Texts may be empty; a kind
 * other than the three throws a TypeError.
 */
export function buildIndex(contributions: readonly Contribution[]): AttributionIndex {
  const vocabulary = new Map<string, number>();
  const starts = new Int32Array(contributions.length);
  // A text has at most as many words as characters.
  const words = new Int32Array(contributions.reduce((sum, { text }) => sum + text.length + 1, 0));
  let length = 0;
  for (const [index, { text, kind }] of contributions.entries()) {
    if (kind !== "paid" && kind !== "commons" && kind !== "void") {
      throw new TypeError(`contribution ${index}: kind is ${JSON.stringify(kind)}; use "paid", "commons" or "void"`);
    }
    starts[index] = length;
    scanTokens(text, (word) => {
      let number = vocabulary.get(word);
      if (number === undefined) {
        number = vocabulary.size + 1;
        vocabulary.set(word, number);
      }
      words[length++] = number;
    });
    words[length++] = BORDER;
  }
  const used = words.slice(0, length);
  const suffixes = suffixArray(used, vocabulary.size + 1);
  return {
    kinds: contributions.map(({ kind }) => kind),
    vocabulary,
    words: used,
    starts,
    suffixes,
    firstSuffix: bucketStarts(used, vocabulary.size + 1),
    earliest: buildMinimumTree(suffixes),
  };
}

function bucketStarts(words: Int32Array, alphabet: number): Int32Array {
  const starts = new Int32Array(alphabet + 1);
  for (const word of words) starts[word + 1]!++;
  for (let word = 0; word < alphabet; word++) starts[word + 1]! += starts[word]!;
  return starts;
}
