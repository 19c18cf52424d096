import { bestWindows } from "./bestWindows.ts";
import type { Passages } from "./buildPassages.ts";
import type { Sentence } from "./sectionsOf.ts";

export interface ExtractedAnswer {
  /** Quoted words of the sources in their order; only blanks and quote marks of Markdown (`>`) differ from the source. */
  text: string;
  /** Where the quotes begin: document id and UTF-16 offset into its text. */
  sources: { document: number | string; offset: number }[];
}

/**
 * Answers a question with a quote of 1 to 4 consecutive sentences, more where an item of a list needs what introduces it: BM25
 * (k1 1.2, b 0.75) finds passages, titles tell which documents the question means, and the window that meets most of the
 * question is taken. Null when nothing in the documents fits: say so, do not guess. The same passages and question always give
 * the same answer.
 */
export function answerFrom(index: Passages, question: string): ExtractedAnswer | null {
  const [window] = bestWindows(index, question, 1);
  if (!window) return null;
  const { document, section } = index.list[window.passage]!;
  const { id, text } = index.documents[document]!;
  const sentences = section.sentences.slice(window.from, window.to);
  return { text: quote(text, sentences), sources: [{ document: id, offset: sentences[0]!.start }] };
}

const BREAK = { sentence: " ", item: "\n", paragraph: "\n\n" };

/** The words of the sentences with the layout tidied. Word n-grams stay whole: only separators of `words-1` are taken out. */
function quote(text: string, sentences: readonly Sentence[]): string {
  let quoted = "";
  for (const { start, end, follows } of sentences) {
    const line = text.slice(start, end).replace(/(?:^|\n)\s*>\s?/g, "\n");
    quoted += (quoted === "" ? "" : BREAK[follows]) + line.replace(/\s+/g, " ").trim();
  }
  return quoted;
}
