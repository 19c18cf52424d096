import { MASS_PER_BIT_UNIT } from "../creditRows.ts";
import type { ReadPassage } from "./distinctPassages.ts";

/** How many times the weight of a word alone a word has that stands beside the same neighbour in answer and passage. */
const BIGRAM_FACTOR = 3;

/** Words and pairs of neighbours of one contribution's passages. */
interface PassageWords {
  words: Set<string>;
  pairs: Set<string>;
}

/**
 * `E_c`: mass of the residual tokens that each contribution's passages explain, in 1/2^24 bits. Cutting one contribution into
 * several passages changes nothing but the pairs at the cuts.
 */
export function creditPassages(
  answer: readonly string[],
  bits: readonly number[],
  residual: readonly boolean[],
  passages: readonly ReadPassage[],
): Map<number, bigint> {
  const vocabularies = vocabulariesOf(passages);
  const explained = new Map<number, bigint>();
  for (const [i, word] of answer.entries()) {
    if (!residual[i]) continue;
    const weights = [...vocabularies].flatMap(([contribution, { words, pairs }]) => {
      if (!words.has(word)) return [];
      const isBeside =
        (i > 0 && pairs.has(`${answer[i - 1]} ${word}`)) ||
        (i + 1 < answer.length && pairs.has(`${word} ${answer[i + 1]}`));
      return [{ contribution, weight: isBeside ? BIGRAM_FACTOR : 1 }];
    });
    const sum = weights.reduce((total, { weight }) => total + weight, 0);
    const most = Math.max(0, ...weights.map(({ weight }) => weight));
    // Bounded by 2^34: exact in plain numbers.
    const mass = Math.floor((bits[i]! * MASS_PER_BIT_UNIT * most) / BIGRAM_FACTOR);
    for (const { contribution, weight } of weights) {
      const part = BigInt(Math.floor((mass * weight) / sum));
      explained.set(contribution, (explained.get(contribution) ?? 0n) + part);
    }
  }
  return explained;
}

function vocabulariesOf(passages: readonly ReadPassage[]): Map<number, PassageWords> {
  const vocabularies = new Map<number, PassageWords>();
  for (const { contribution, words } of passages) {
    const own = vocabularies.get(contribution) ?? { words: new Set(), pairs: new Set() };
    for (const [i, word] of words.entries()) {
      own.words.add(word);
      if (i > 0) own.pairs.add(`${words[i - 1]} ${word}`);
    }
    vocabularies.set(contribution, own);
  }
  return vocabularies;
}
