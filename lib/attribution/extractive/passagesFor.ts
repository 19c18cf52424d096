import { tokenise } from "../tokenise.ts";
import { bestWindows } from "./bestWindows.ts";
import type { Passages } from "./buildPassages.ts";
import { namesIn } from "./namesIn.ts";
import { rankPassages } from "./rankPassages.ts";
import { termsOf } from "./termsOf.ts";

/** A passage found for a question: what a model is shown, and what the log says it was shown. */
export interface FoundPassage {
  /** Id of the document, as it was given to `buildPassages`. */
  document: number | string;
  /** Token of the document at which the passage begins. */
  offset: number;
  text: string;
}

const TITLE_WEIGHT = 1.5;

/**
 * The `most` passages that a model should read to answer a question, best first: those that quotes would come from, then the
 * best others by BM25 (k1 1.2, b 0.75, title words). Unlike an answer they need not fit: empty only when no word of the
 * question is there.
 */
export function passagesFor(index: Passages, question: string, most: number): FoundPassage[] {
  const terms = new Set(termsOf(question));
  const titles = new Map(
    [...namesIn(index, terms).scores].map(([document, score]) => [document, score * TITLE_WEIGHT]),
  );
  const found = new Map<number, FoundPassage>();
  for (const window of bestWindows(index, question, most)) found.set(window.passage, read(index, window));
  for (const { passage } of rankPassages(index, terms, titles, undefined, most)) {
    if (found.size < most && !found.has(passage)) found.set(passage, read(index, { passage }));
  }
  return [...found.values()];
}

/** A whole passage; a quote from it may begin at a list's lead-in before it, and end after it. */
function read(index: Passages, { passage, from, to }: { passage: number; from?: number; to?: number }): FoundPassage {
  const { document, section, ...own } = index.list[passage]!;
  const { id, text } = index.documents[document]!;
  const start = section.sentences[Math.min(own.from, from ?? own.from)]!.start;
  const end = section.sentences[Math.max(own.to, to ?? own.to) - 1]!.end;
  return { document: id, offset: tokenise(text.slice(0, start)).length, text: text.slice(start, end) };
}
