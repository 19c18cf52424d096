import type { BitsTable } from "./parseBits.ts";
import type { Token } from "./types.ts";
import type { Vocabulary } from "./words/Vocabulary.ts";

/** By table and vocabulary: bits + 1 of the words that were looked up before, by number; 0 for those that were not. */
const lookedUp = new WeakMap<BitsTable, WeakMap<Vocabulary, Int32Array>>();

/** Bits of each token, at most `most`. A known word is looked up by its spelling once, later by its number. */
export function bitsOfTokens(
  tokens: readonly Token[],
  numbers: Int32Array,
  vocabulary: Vocabulary,
  bits: BitsTable,
  most: number,
): Int32Array {
  const known = memoryOf(bits, vocabulary);
  const found = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const number = numbers[i]!;
    const remembered = number > 0 ? known[number]! : 0;
    const value = remembered > 0 ? remembered - 1 : bits.bitsOf(tokens[i]!.word);
    if (number > 0) known[number] = value + 1;
    found[i] = Math.min(most, value);
  }
  return found;
}

function memoryOf(bits: BitsTable, vocabulary: Vocabulary): Int32Array {
  const byVocabulary = lookedUp.get(bits) ?? new WeakMap<Vocabulary, Int32Array>();
  lookedUp.set(bits, byVocabulary);
  const known = byVocabulary.get(vocabulary);
  if (known && known.length > vocabulary.size) return known;
  const larger = new Int32Array(Math.ceil(vocabulary.size * 1.5) + 1);
  if (known) larger.set(known);
  byVocabulary.set(vocabulary, larger);
  return larger;
}
