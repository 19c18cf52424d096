import { attribute } from "../attribute.ts";
import { buildIndex } from "../buildIndex.ts";
import { parseBits } from "../parseBits.ts";
import type { Contribution, Params } from "../types.ts";

export interface Vector {
  contributions: Contribution[];
  output: string;
  /** Bits of tokens; a token that is not here has the suite's `unknownTokenBits`. */
  bits: Record<string, number>;
  limit: number;
  params: Partial<Params>;
  expected: Expected;
}

interface Expected {
  tokens: number;
  shares: [contribution: number, share: number][];
  treasury: number;
  coverageBps: number;
}

const FIELDS: readonly (keyof Expected)[] = ["tokens", "shares", "treasury", "coverageBps"];

export interface VectorSuite {
  defaults: Params;
  unknownTokenBits: number;
  vectors: Vector[];
}

/** Reads a file of conformance vectors. Throws an Error that says which part is missing. */
export function readVectors(json: string): VectorSuite {
  const suite = JSON.parse(json) as Partial<VectorSuite>;
  if (!Array.isArray(suite.vectors)) throw new Error('no list "vectors"');
  if (!suite.defaults) throw new Error('no "defaults"');
  if (typeof suite.unknownTokenBits !== "number") throw new Error('no number "unknownTokenBits"');
  return suite as VectorSuite;
}

/** Differences between what the engine says and what the vector expects, one line each; none means it passes. */
export function checkVector(suite: VectorSuite, vector: Vector): string[] {
  const actual = runVector(suite, vector);
  if (typeof actual === "string") return [actual];
  return FIELDS.flatMap((name) => {
    const expected = JSON.stringify(vector.expected[name]);
    const got = JSON.stringify(actual[name]);
    return expected === got ? [] : [`${name}: expected ${expected}, got ${got}`];
  });
}

function runVector({ defaults, unknownTokenBits }: VectorSuite, vector: Vector): Expected | string {
  const table = Object.entries(vector.bits)
    .map(([word, bits]) => `${word}\t${bits}`)
    .join("\n");
  try {
    const params = { ...defaults, ...vector.params };
    const { limit } = vector;
    const index = buildIndex(vector.contributions);
    const found = attribute(index, vector.output, parseBits(table, unknownTokenBits), { limit, params });
    return {
      tokens: found.tokens.length,
      shares: found.shares.map(({ contribution, share }) => [contribution, share]),
      treasury: found.treasury,
      coverageBps: found.coverageBps,
    };
  } catch (error) {
    return `stopped: ${error instanceof Error ? error.message : error}`;
  }
}
