import type { Passages } from "./buildPassages.ts";
import { rarity } from "./rarity.ts";
import { termsOf } from "./termsOf.ts";

/** How a question may call a document: by its title, or by what the title has in brackets, as in "MIT License (MIT)". */
export function aliasesOf(title: string): string[][] {
  const inBrackets = [...title.matchAll(/\(([^()]+)\)/g)].map(([, inner]) => inner!);
  const outside = title.replace(/\([^()]*\)/g, " ");
  return [outside, ...inBrackets].map((alias) => [...new Set(termsOf(alias))]).filter((terms) => terms.length > 0);
}

/** A document that a question calls by a name. */
export interface Call {
  /** Terms of the name that the question uses. */
  terms: ReadonlySet<string>;
  /** Whether it uses all of the name. */
  whole: boolean;
  /** How telling what is used is, in nats, less for what is not. */
  weight: number;
}

export interface Naming {
  /** Documents that the question is taken to be about, ascending. */
  named: Map<number, Call>;
  /** For each document that shares a term with the question in a name: the greatest weight. */
  scores: Map<number, number>;
}

/** A name this much less telling than the most telling one in the question is taken as a plain word. */
const LEAST_TELLING = 0.6;
/** Part of a name, by rarity, that must be used. */
const MOST_OF_A_NAME = 0.55;

/** Which documents a question means by their titles. */
export function namesIn(index: Passages, terms: ReadonlySet<string>): Naming {
  const weigh = (names: Iterable<string>) => {
    let sum = 0;
    for (const term of names) sum += rarity(index.documents.length, index.titlePostings.get(term)?.length ?? 0);
    return sum;
  };
  const touched = new Set([...terms].flatMap((term) => index.titlePostings.get(term) ?? []));
  const scores = new Map<number, number>();
  const calls = new Map<number, Call>();
  for (const document of [...touched].sort((a, b) => a - b)) {
    const { from, to } = index.extents[document]!;
    if (from === to) continue;
    for (const alias of index.aliases[document]!) {
      const shared = alias.filter((term) => terms.has(term));
      if (shared.length === 0) continue;
      const part = weigh(shared) / weigh(alias);
      const weight = weigh(shared) * part;
      scores.set(document, Math.max(weight, scores.get(document) ?? 0));
      const whole = shared.length === alias.length;
      const before = calls.get(document);
      const better = !before || (whole === before.whole ? weight > before.weight : whole);
      if (part >= MOST_OF_A_NAME && better) calls.set(document, { terms: new Set(shared), whole, weight });
    }
  }
  return { named: mostTelling(calls), scores };
}

function mostTelling(calls: ReadonlyMap<number, Call>): Map<number, Call> {
  const most = Math.max(0, ...[...calls.values()].map(({ weight }) => weight));
  const telling = [...calls].filter(([, { weight }]) => weight >= most * LEAST_TELLING);
  const whole = telling.filter(([, call]) => call.whole);
  return new Map(whole.length > 0 ? whole : telling);
}
