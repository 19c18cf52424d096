import { tokenise } from "../tokenise.ts";
import type { ContextPassage } from "./attributeContext.ts";

/** One passage that stood in a prompt: words [offset, offset + words) of a contribution. */
export interface LoggedPassage {
  /** Ledger index. */
  contribution: number;
  /** Token of the contribution at which it begins. */
  offset: number;
  words: number;
}

/** Passages in a prompt, and words of one, at most. */
export const MOST_PASSAGES = 5;
export const MOST_PASSAGE_WORDS = 160;

/**
 * Reads the texts of a log again. @param texts of the ledger by its order; those that the log does not name may be missing
 * @throws RangeError for a log that no gateway can have written: the message names the passage and what is wrong with it
 */
export function passagesOfLog(log: readonly LoggedPassage[], texts: ArrayLike<string>): ContextPassage[] {
  if (log.length > MOST_PASSAGES) {
    throw new RangeError(`the log has ${log.length} passages; a prompt has at most ${MOST_PASSAGES}`);
  }
  return log.map(({ contribution, offset, words }, i) => {
    const fail = (problem: string) => new RangeError(`passage ${i + 1} of the log ${problem}`);
    const text = texts[contribution];
    if (text === undefined) throw fail(`is of contribution ${contribution}, which is not in the ledger`);
    if (!Number.isInteger(words) || words < 1 || words > MOST_PASSAGE_WORDS) {
      throw fail(`has ${words} words; a passage has 1 to ${MOST_PASSAGE_WORDS}`);
    }
    const tokens = tokenise(text);
    const [first, last] = [tokens[offset], tokens[offset + words - 1]];
    if (!first || !last) throw fail(`ends at word ${offset + words}; its contribution has ${tokens.length}`);
    return { contribution, offset, text: text.slice(first.start, last.end) };
  });
}
