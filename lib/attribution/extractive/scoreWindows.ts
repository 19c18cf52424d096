import type { Passages } from "./buildPassages.ts";
import { definesTerms, isAbout } from "./definesTerms.ts";
import { leadInOf } from "./leadInOf.ts";
import { MOST_WORDS, readability } from "./readability.ts";
import { termsOf } from "./termsOf.ts";
import type { Wanted } from "./wantedTerms.ts";

const MOST_SENTENCES = 4;
const LEAST_WORDS = 12;
const K1 = 1.2;
/** Terms in the heading count once more; terms that only a title or associates stand for count less. */
const IN_HEADING = 1;
const IN_TITLE = 0.3;
const OF_NAME = 0.3;
/** Part of a term's associates that must be there to stand for it. */
const LEAST_ASSOCIATED = 0.5;
const SIDE_BY_SIDE = 0.4;
const DEFINITION_FACTOR = 1.6;
const DEFINITION_BONUS = 2;
const NO_HEADING: ReadonlySet<string> = new Set();
/** For a quote whose first sentence has none of the terms. */
const LATE_START = 0.82;

/** Sentences [from, to) of a passage's section, as a quote. */
export interface Window {
  passage: number;
  from: number;
  to: number;
  score: number;
  /** Part of the weight of `Wanted.body` that the quote meets, 0 to 1. */
  coverage: number;
}

/** All quotes of 1 to 4 sentences that begin in a passage, or at the lead-in of a list there, scored against what is wanted. */
export function scoreWindows(index: Passages, passage: number, wanted: Wanted): Window[] {
  const { document, section, from, to } = index.list[passage]!;
  const { sentences } = section;
  const text = index.documents[document]!.text;
  const heading = new Set(termsOf(section.heading));
  const termsAt = sentences
    .slice(from, to + MOST_SENTENCES)
    .map((sentence) => termsOf(text.slice(sentence.start, sentence.end)));

  const windows: Window[] = [];
  for (let first = from; first < to; first++) {
    const defines =
      definesTerms(text, sentences[first]!, wanted.defined) ||
      (first === 0 && section.opens && isAbout(heading, wanted.defined));
    const startsLate = wanted.body.size > 0 && match(termsAt[first - from]!, NO_HEADING, wanted).coverage === 0;
    const factor = (startsLate ? LATE_START : 1) * (defines ? DEFINITION_FACTOR : 1);
    const terms: string[] = [];
    let words = 0;
    for (let last = first; last < Math.min(sentences.length, first + MOST_SENTENCES); last++) {
      words += sentences[last]!.words;
      if (last > first && words > MOST_WORDS) break;
      terms.push(...termsAt[last - from]!);
      if (words < LEAST_WORDS) continue;
      const { gain, coverage } = match(terms, heading, wanted);
      const score = (gain + (defines ? DEFINITION_BONUS : 0)) * factor * readability(text, sentences, first, last + 1);
      windows.push({ passage, from: leadInOf(text, sentences, first, last + 1), to: last + 1, score, coverage });
    }
  }
  return windows;
}

function match(terms: readonly string[], heading: ReadonlySet<string>, wanted: Wanted) {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  let gain = 0;
  let met = 0;
  let all = 0;
  for (const [term, weight] of wanted.body) {
    const { strength, part } = matchTerm(term, counts, heading, wanted);
    gain += weight * strength;
    met += weight * part;
    all += weight;
  }
  if ([...wanted.name.keys()].every((term) => counts.has(term))) {
    for (const weight of wanted.name.values()) gain += OF_NAME * weight;
  }
  return { gain: gain + pairGain(terms, wanted.body), coverage: all === 0 ? 1 : met / all };
}

/** How strongly a term is there, and which part of it counts as met. */
function matchTerm(
  term: string,
  counts: ReadonlyMap<string, number>,
  heading: ReadonlySet<string>,
  wanted: Wanted,
): { strength: number; part: number } {
  const count = counts.get(term) ?? 0;
  if (count > 0 || heading.has(term)) {
    return { strength: (count * (K1 + 1)) / (count + K1) + (heading.has(term) ? IN_HEADING : 0), part: 1 };
  }
  if (wanted.titled.has(term)) return { strength: IN_TITLE, part: 1 };
  let associated = 0;
  for (const [other, share] of wanted.associates.get(term) ?? []) if (counts.has(other)) associated += share;
  associated = Math.min(1, associated);
  return associated >= LEAST_ASSOCIATED ? { strength: associated, part: associated } : { strength: 0, part: 0 };
}

/** Terms that stand side by side as they do in the question, as in "route groups". The first pair counts. */
function pairGain(terms: readonly string[], body: ReadonlyMap<string, number>): number {
  const order = [...body.keys()];
  for (let i = 1; i < terms.length; i++) {
    const at = order.indexOf(terms[i]!);
    if (at > 0 && order[at - 1] === terms[i - 1]) {
      return SIDE_BY_SIDE * Math.min(body.get(order[at]!)!, body.get(order[at - 1]!)!);
    }
  }
  return 0;
}
