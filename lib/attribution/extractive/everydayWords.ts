import { termsOf } from "./termsOf.ts";

/** Words people ask with, and the words of documents that mean it. Either one of the latter stands for the former. */
const SAID_AS: readonly (readonly [asked: string, written: string])[] = [
  ["credit thank cite", "attribution identification acknowledgment"],
  ["sue lawsuit", "litigation claim"],
  ["change edit tweak", "modify adapt alter"],
  ["end expire lose", "terminate"],
];

/** How sure it is that a written word means the asked one, as a weight among associates: at least half. */
const MEANS = 0.6;

const MEANINGS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  SAID_AS.flatMap(([asked, written]) =>
    termsOf(asked).map((term) => [term, new Map(termsOf(written).map((other) => [other, MEANS]))] as const),
  ),
);

/** What a document may say where a question says `term`, with weights; undefined when nothing is known. */
export function meaningsOf(term: string): ReadonlyMap<string, number> | undefined {
  return MEANINGS.get(term);
}
