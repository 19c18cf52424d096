import type { Params } from "./types.ts";

export interface QualifyingGrams {
  /** Tokens at which an n-gram of known words begins that is long and rare enough. */
  starts: Int32Array;
  /** By token: words of the shortest such n-gram that begins there; 0 where none does. */
  shortest: Int32Array;
  /** By token: how many known words follow one another from there on, `maxWords` at most. */
  longest: Int32Array;
}

/** Which n-grams of an answer may count, wherever they were published. Word number 0 is a word that no contribution has. */
export function qualifyingGrams(answer: Int32Array, bits: ArrayLike<number>, params: Params): QualifyingGrams {
  const longest = runsOfKnownWords(answer, params.maxWords);
  const shortest = new Int32Array(answer.length);
  const starts = new Int32Array(answer.length);
  let count = 0;
  // The bits of the least n-gram from `start` that qualifies are those of [start, end).
  let end = 0;
  let sum = 0;
  for (let start = 0; start < answer.length; start++) {
    while (end < answer.length && sum < params.minBits) sum += bits[end++]!;
    const least = sum < params.minBits ? Number.POSITIVE_INFINITY : Math.max(params.minWords, end - start);
    sum -= bits[start]!;
    if (least > longest[start]!) continue;
    shortest[start] = least;
    starts[count++] = start;
  }
  return { starts: starts.subarray(0, count), shortest, longest };
}

/** How many known words follow one another from each token on, at most `most`. */
function runsOfKnownWords(answer: Int32Array, most: number): Int32Array {
  const runs = new Int32Array(answer.length);
  for (let i = answer.length - 1, run = 0; i >= 0; i--) {
    run = answer[i] === 0 ? 0 : run + 1;
    runs[i] = Math.min(run, most);
  }
  return runs;
}
