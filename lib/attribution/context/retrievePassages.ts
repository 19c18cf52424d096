import type { Passages } from "../extractive/buildPassages.ts";
import { rankPassages } from "../extractive/rankPassages.ts";
import { termsOf } from "../extractive/termsOf.ts";
import { tokenise } from "../tokenise.ts";

const DEFAULT_MOST = 5;

/** A passage found for a question, to be put into the prompt and into the log. */
export interface RetrievedPassage {
  /** Id of the document, as it was given to `buildPassages`. */
  document: number | string;
  /** Token of the document at which the passage begins. */
  offset: number;
  text: string;
}

/** The `most` best passages for a text by BM25 (k1 1.2, b 0.75), best first; those of equal score in the order of the documents. */
export function retrievePassages(index: Passages, text: string, most = DEFAULT_MOST): RetrievedPassage[] {
  return rankPassages(index, new Set(termsOf(text)), new Map(), undefined, most).map(({ passage }) => {
    const { document, section, from, to } = index.list[passage]!;
    const { id, text: whole } = index.documents[document]!;
    const start = section.sentences[from]!.start;
    const offset = tokenise(whole.slice(0, start)).length;
    return { document: id, offset, text: whole.slice(start, section.sentences[to - 1]!.end) };
  });
}
