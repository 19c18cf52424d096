import { MOST_WORDS } from "./readability.ts";
import type { Sentence } from "./sectionsOf.ts";

/** How an item of a list is counted: `(a)`, `b)`, `2.`, `iv.`; a bullet is not, as it stands by itself more often. */
const ENUMERATOR = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)/i;

/**
 * Where a quote of sentences [from, to) had better begin: an item "(b)" of a list says little without the sentence that introduces the
 * list and the items between. `from` itself when it is no such item, or when the quote would exceed the longest there is.
 */
export function leadInOf(text: string, sentences: readonly Sentence[], from: number, to: number): number {
  let words = sentences.slice(from, to).reduce((sum, sentence) => sum + sentence.words, 0);
  let begin = from;
  let shape = shapeOf(text, sentences[from]!);
  for (let at = from; at > 0 && shape; at--) {
    const before = sentences[at - 1]!;
    words += before.words;
    if (words > MOST_WORDS) break;
    // A list inside ours is counted in another way; what introduces that does not introduce ours.
    if (text[before.end - 1] === ":" && shapeOf(text, sentences[at]!) === shape) {
      begin = at - 1;
      shape = shapeOf(text, before);
    }
  }
  return begin;
}

/** An enumerator with its number or letter made alike, or undefined for a sentence that begins without one. */
function shapeOf(text: string, { start, follows }: Sentence): string | undefined {
  if (follows === "sentence") return undefined;
  const enumerator = ENUMERATOR.exec(text.slice(start, start + 8))?.[0];
  return enumerator?.replace(/\d+/, "1").replace(/[a-z]+/i, "a");
}
