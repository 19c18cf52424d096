import { type Hex, keccak256, stringToBytes } from "viem";

/** Surprisal of tokens in 1/256 bits, from a versioned constant table. */
export interface BitsTable {
  /** Bits of a folded word; `unknown` for a word that the table does not list. Not yet capped by `maxTokenBits`. */
  bitsOf(word: string): number;
  /** keccak256 of the table file's bytes; part of every result. */
  hash: Hex;
  unknown: number;
}

/**
 * Reads a table of `token<TAB>bits` lines. `unknown` is what a token outside of the table has. Throws an Error naming the line
 * when a line is malformed or a token comes twice.
 */
export function parseBits(tsv: string, unknown = 4096): BitsTable {
  const bits = new Map<string, number>();
  for (const [index, line] of tsv.split("\n").entries()) {
    if (line === "") continue;
    const [word, value, ...rest] = line.split("\t");
    if (!word || !/^\d{1,6}$/.test(value ?? "") || rest.length > 0) {
      throw new Error(`bits table, line ${index + 1}: expected "token<TAB>whole number", got ${JSON.stringify(line)}`);
    }
    if (bits.has(word)) throw new Error(`bits table, line ${index + 1}: "${word}" is listed twice; keep one`);
    bits.set(word, Number(value));
  }
  return { bitsOf: (word) => bits.get(word) ?? unknown, hash: keccak256(stringToBytes(tsv)), unknown };
}
