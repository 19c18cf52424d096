import type { Extent } from "./splitSentences.ts";
import { termsOf } from "./termsOf.ts";

const DEFINES = /^(?:is|are|means?|refers?|represents?|lets|let|allows?|enables?|tells?|controls?)$/;
/** Words besides what is defined that may stand before the verb, as in "The `use cache` directive allows". */
const MOST_BESIDES = 2;

/** Whether a sentence begins with all of `defined`, then says what that is. */
export function definesTerms(text: string, { start, end }: Extent, defined: ReadonlySet<string>): boolean {
  if (defined.size === 0) return false;
  const words = text
    .slice(start, Math.min(end, start + 160))
    .split(/\s+/)
    .slice(0, 10);
  const verb = words.findIndex((word) => DEFINES.test(word));
  return verb > 0 && isAbout(new Set(termsOf(words.slice(0, verb).join(" "))), defined);
}

/** Whether `terms`, of a heading or a subject, are those defined and little else. */
export function isAbout(terms: ReadonlySet<string>, defined: ReadonlySet<string>): boolean {
  if (defined.size === 0 || terms.size > defined.size + MOST_BESIDES) return false;
  return [...defined].every((term) => terms.has(term));
}
