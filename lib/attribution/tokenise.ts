import { scanTokens } from "./scanTokens.ts";
import type { Token } from "./types.ts";

/**
 * Splits `text` into folded words by the rules of `words-1` (see `scanTokens`). Never throws: ill-formed UTF-16 reads as U+FFFD,
 * which separates. Offsets count UTF-16 units of `text` as given.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  scanTokens(text, (word, start, end) => tokens.push({ word, start, end }));
  return tokens;
}
