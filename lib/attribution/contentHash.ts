import { concat, type Hex, keccak256, numberToHex, stringToHex } from "viem";
import { CHUNK_TAG, merkleRoot } from "./merkleRoot.ts";
import { scanTokens } from "./scanTokens.ts";

/** Tokens of a text that one proof opens. */
export const CHUNK_TOKENS = 64;

/** Stands between words; it is a separator of `words-1`, so no word holds it. */
export const WORD_BREAK = "\x1f";

/**
 * Hash of a text's words: Merkle root (`merkleRoot`) over chunks of 64 tokens, where
 * leaf = keccak256(0x00 ‖ uint32be(chunk number) ‖ UTF-8 of the folded words joined by U+001F).
 * The number binds a chunk's place, so that an opened chunk proves at which offset its words stand. A text without words is one
 * empty chunk. Layout, punctuation and case do not change it.
 */
export function contentHash(text: string): Hex {
  return merkleRoot(chunksOf(text).map(chunkLeaf));
}

/** The folded words of a text in chunks of 64; one empty chunk for a text without words. */
export function chunksOf(text: string): string[][] {
  const chunks: string[][] = [[]];
  scanTokens(text, (word) => {
    if (chunks.at(-1)!.length === CHUNK_TOKENS) chunks.push([]);
    chunks.at(-1)!.push(word);
  });
  return chunks;
}

/** What `contentHash` takes of chunk `number`. */
export function chunkLeaf(words: readonly string[], number: number): Hex {
  return keccak256(concat([CHUNK_TAG, numberToHex(number, { size: 4 }), stringToHex(words.join(WORD_BREAK))]));
}
