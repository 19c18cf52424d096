import { tokenise } from "../../attribution/index.ts";

export interface Meter {
  /** Counts a piece of text. @returns what of it may be served: all, or the part before the first token too many */
  push(piece: string): string;
  /** Tokens of `words-1` in all that was served. */
  tokens(): number;
  /** Whether something was cut off. */
  isFull(): boolean;
}

/**
 * Counts the words of a text that comes in pieces, as `tokenise` of the whole would, and stops it after `most` tokens. Each piece is read
 * with the last word before it, which it may continue; so the work is linear.
 */
export function createMeter(most: number): Meter {
  let settled = 0;
  // From the last token's start on: the only part that more text can change.
  let open = "";
  let inOpen = 0;
  let full = false;

  function push(piece: string): string {
    if (full || piece === "") return "";
    const text = open + piece;
    const tokens = tokenise(text);
    const allowed = most - settled;
    const cut = tokens.length > allowed ? tokens[allowed]!.start : text.length;
    full = cut < text.length;
    const served = full ? tokens.slice(0, allowed) : tokens;
    const kept = text.slice(0, cut);
    const last = served.at(-1);
    const from = last ? last.start : Math.max(0, kept.length - 1);
    settled += Math.max(0, served.length - 1);
    inOpen = served.length > 0 ? 1 : 0;
    open = kept.slice(from);
    return kept.slice(text.length - piece.length);
  }

  return { push, tokens: () => settled + inOpen, isFull: () => full };
}
