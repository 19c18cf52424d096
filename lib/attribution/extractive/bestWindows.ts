import type { Passages } from "./buildPassages.ts";
import { type Call, namesIn } from "./namesIn.ts";
import { rankPassages } from "./rankPassages.ts";
import { scoreWindows, type Window } from "./scoreWindows.ts";
import { termsOf } from "./termsOf.ts";
import { type Asked, type Wanted, wantedTerms } from "./wantedTerms.ts";

/** Passages that are read closely. */
const CANDIDATES = 120;
/** Terms of a question that are looked for: the rarest. A longer one is a text, not a question, and must not take longer than it is worth. */
const MOST_TERMS = 32;
const TITLE_WEIGHT = 1.5;
const PASSAGE_WEIGHT = 0.35;
/** Part of the question, by rarity, that a quote must meet: in a document that the question names, and in any other. */
const NAMED_COVERAGE = 0.4;
const OPEN_COVERAGE = 0.65;
/** Passages from a document's beginning that may say what it is. */
const OPENING_PASSAGES = 3;

/**
 * The quotes that answer a question best, of one passage each, best first. Documents that the question names come first; when
 * it names one by a whole name of two words or more, a quote from another would mislead and none is given.
 */
export function bestWindows(index: Passages, question: string, most: number): Window[] {
  const asked = { question, terms: rarestTerms(index, question), associates: new Map() };
  const { named, scores } = namesIn(index, asked.terms);
  const chosen: Window[] = [];
  take(index, namedWindows(index, asked, named), most, chosen);
  if (!isStrict(named)) take(index, openWindows(index, asked, scores), most, chosen);
  return chosen;
}

/** In the question's order; of equally rare ones the earlier. */
function rarestTerms(index: Passages, question: string): Set<string> {
  const terms = [...new Set(termsOf(question))];
  const uses = new Map(terms.map((term) => [term, index.postings.get(term)?.length ?? 0]));
  const kept = new Set([...terms].sort((a, b) => uses.get(a)! - uses.get(b)!).slice(0, MOST_TERMS));
  return new Set(terms.filter((term) => kept.has(term)));
}

/**
 * Adds the best window of each passage, best first (of equal ones the first), until there are `most`; none that shares a
 * sentence with another.
 */
function take(index: Passages, windows: Iterable<Window>, most: number, chosen: Window[]): void {
  if (chosen.length >= most) return;
  const ofPassage = new Map<number, Window>();
  for (const window of windows) {
    const before = ofPassage.get(window.passage);
    if (!before || window.score > before.score) ofPassage.set(window.passage, window);
  }
  for (const window of [...ofPassage.values()].sort((a, b) => b.score - a.score)) {
    const overlaps = chosen.some((other) => shareSentence(index, window, other));
    if (!overlaps && chosen.push(window) >= most) return;
  }
}

function shareSentence(index: Passages, a: Window, b: Window): boolean {
  if (a.passage === b.passage) return true;
  return index.list[a.passage]!.section === index.list[b.passage]!.section && a.from < b.to && b.from < a.to;
}

function isStrict(named: ReadonlyMap<number, Call>): boolean {
  const calls = [...named.values()];
  const most = Math.max(0, ...calls.map(({ weight }) => weight));
  return calls.some(({ terms, whole, weight }) => whole && terms.size > 1 && weight === most);
}

function* namedWindows(index: Passages, asked: Asked, named: ReadonlyMap<number, Call>): Generator<Window> {
  const titles = new Map([...named].map(([document, { weight }]) => [document, weight * TITLE_WEIGHT]));
  const wantedOf = new Map<number, Wanted>();
  for (const { passage } of rankPassages(index, asked.terms, titles, new Set(named.keys()), CANDIDATES)) {
    const { document, from } = index.list[passage]!;
    const wanted = wantedOf.get(document) ?? wantedTerms(index, asked, document, named.get(document)!.terms);
    wantedOf.set(document, wanted);
    const place = passage - index.extents[document]!.from;
    if (wanted.body.size === 0 && place >= OPENING_PASSAGES) continue;
    for (const window of scoreWindows(index, passage, wanted)) {
      if (window.coverage < NAMED_COVERAGE) continue;
      // A document says early what it is about.
      const early = wanted.body.size === 0 ? 4 / (1 + place + (window.from - from) / 2) : 2.5 / (1 + place);
      yield { ...window, score: window.score + titles.get(document)! + early };
    }
  }
}

function* openWindows(index: Passages, asked: Asked, scores: ReadonlyMap<number, number>): Generator<Window> {
  const titles = new Map([...scores].map(([document, score]) => [document, score * TITLE_WEIGHT]));
  for (const { passage, score } of rankPassages(index, asked.terms, titles, undefined, CANDIDATES)) {
    const wanted = wantedTerms(index, asked, index.list[passage]!.document, new Set());
    for (const window of scoreWindows(index, passage, wanted)) {
      if (window.coverage >= OPEN_COVERAGE) yield { ...window, score: window.score + score * PASSAGE_WEIGHT };
    }
  }
}
