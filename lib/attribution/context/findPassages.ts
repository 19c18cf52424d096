import type { Passages } from "../extractive/buildPassages.ts";
import { passagesFor } from "../extractive/passagesFor.ts";
import { tokenise } from "../tokenise.ts";
import { MOST_PASSAGE_WORDS, MOST_PASSAGES } from "./contextLog.ts";

/** A passage as it is put into a prompt. */
export interface PromptPassage {
  /** Id of the document, as it was given to `buildPassages`. */
  document: number | string;
  title: string;
  offset: number;
  words: number;
  text: string;
}

/** Longest text of a passage, in UTF-16 units: words are counted, what stands between them is not. */
const MOST_CHARACTERS = 4_000;

/**
 * The passages that a question's prompt is given, best first. One that is too long is cut after a whole word; one without a word is
 * left out. The same documents and question always give the same passages, so anybody can check a log. Empty when no word of the
 * question is in the documents.
 */
export function findPassages(index: Passages, question: string): PromptPassage[] {
  return passagesFor(index, question, MOST_PASSAGES).flatMap(({ document, offset, text }) => {
    const tokens = tokenise(text);
    const first = tokens[0];
    if (!first) return [];
    const fitting = tokens.slice(0, MOST_PASSAGE_WORDS).filter(({ end }) => end - first.start <= MOST_CHARACTERS);
    const last = fitting.at(-1);
    if (!last) return [];
    const { title } = index.documents.find(({ id }) => id === document)!;
    return [{ document, title, offset, words: fitting.length, text: text.slice(first.start, last.end) }];
  });
}
