import { tokenise } from "../tokenise.ts";
import { bestWindows } from "./bestWindows.ts";
import type { Passages } from "./buildPassages.ts";

/** A passage found for a question: what a model is shown, and what the log says it was shown. */
export interface FoundPassage {
  /** Id of the document, as it was given to `buildPassages`. */
  document: number | string;
  /** Token of the document at which the passage begins. */
  offset: number;
  text: string;
}

/** The `most` passages that answer a question best, best first: those that `answerFrom` would quote from. Empty when nothing fits. */
export function passagesFor(index: Passages, question: string, most: number): FoundPassage[] {
  return bestWindows(index, question, most).map((window) => {
    const { document, section, from, to } = index.list[window.passage]!;
    const { id, text } = index.documents[document]!;
    // A quote may begin at a list's lead-in before the passage, and end after it.
    const start = section.sentences[Math.min(from, window.from)]!.start;
    const end = section.sentences[Math.max(to, window.to) - 1]!.end;
    return { document: id, offset: tokenise(text.slice(0, start)).length, text: text.slice(start, end) };
  });
}
