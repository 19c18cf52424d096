import type { Params } from "./types.ts";

/** Version of the attribution method; part of every result. */
export const METHOD = "lona-1";

/** Version of the tokeniser; part of every result. */
export const TOKENISER = "words-1";

export const defaultParams: Readonly<Params> = {
  minWords: 4,
  maxWords: 32,
  minBits: 32 * 256,
  maxTokenBits: 16 * 256,
  coverageFloorBps: 2500,
  scale: 1_000_000_000,
};

/**
 * Inclusive bounds. They keep `bits · 65536 · count` below 2^53, so that credit can be divided exactly in plain numbers, and the
 * evidence rows of an answer, at most one for each of its runs of words, below `maxWords` times its words.
 */
const BOUNDS: Record<keyof Params, readonly [number, number]> = {
  minWords: [1, 64],
  maxWords: [1, 64],
  minBits: [0, 2 ** 31],
  maxTokenBits: [0, 65_536],
  coverageFloorBps: [0, 10_000],
  scale: [1, 2 ** 48],
};

/** Fills missing parameters with the defaults. Throws a RangeError that names the parameter and its bounds. */
export function resolveParams(given: Partial<Params> = {}): Params {
  const params = { ...defaultParams, ...given };
  for (const name of Object.keys(BOUNDS) as (keyof Params)[]) {
    const [least, most] = BOUNDS[name];
    const value = params[name];
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new RangeError(`params.${name} is ${value}; give a whole number from ${least} to ${most}`);
    }
  }
  return params;
}
