import { associatesOf } from "./associatesOf.ts";
import type { Passages } from "./buildPassages.ts";
import { meaningsOf } from "./everydayWords.ts";
import { rarity } from "./rarity.ts";

export interface Asked {
  question: string;
  /** What it is about, in its order. */
  terms: ReadonlySet<string>;
  /** What stands for a term, found once for all documents: the slowest part of answering. */
  associates: Map<string, ReadonlyMap<string, number>>;
}

/** What a question wants of a document. */
export interface Wanted {
  /** Weight of each of the question's terms that naming the document does not answer, in the question's order. */
  body: ReadonlyMap<string, number>;
  /** Weight of each term by which the question names the document: a quote that has them speaks of the thing itself. */
  name: ReadonlyMap<string, number>;
  /** Terms of the document's names; outside of `name` they count as met, but little. */
  titled: ReadonlySet<string>;
  /** For a term of `body` that the document does not use: terms that mean it or stand for it elsewhere, with weights. */
  associates: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What the question asks to have defined; empty when it does not. */
  defined: ReadonlySet<string>;
}

/** Sorts a question's terms for one document. `name` are those by which it calls the document, none if it does not. */
export function wantedTerms(
  index: Passages,
  { question, terms, associates }: Asked,
  document: number,
  name: ReadonlySet<string>,
): Wanted {
  const weigh = (term: string) => rarity(index.list.length, (index.postings.get(term)?.length ?? 0) / 2);
  const body = new Map([...terms].filter((term) => !name.has(term)).map((term) => [term, weigh(term)]));
  const unused = name.size > 0 ? [...body.keys()].filter((term) => !usesTerm(index, document, term)) : [];
  for (const term of unused)
    if (!associates.has(term)) associates.set(term, meaningsOf(term) ?? associatesOf(index, term));
  const asksWhatIs = /^\s*what(?:['’]s|\s+is|\s+are)\b/i.test(question);
  return {
    body,
    name: new Map([...name].map((term) => [term, weigh(term)])),
    titled: new Set(name.size > 0 ? [] : index.aliases[document]!.flat()),
    associates: new Map(unused.map((term) => [term, associates.get(term)!])),
    defined: new Set(body.size === 0 ? name : asksWhatIs ? body.keys() : []),
  };
}

function usesTerm(index: Passages, document: number, term: string): boolean {
  const { from, to } = index.extents[document]!;
  const entries = index.postings.get(term) ?? [];
  for (let i = 0; i < entries.length; i += 2) if (entries[i]! >= from && entries[i]! < to) return true;
  return false;
}
