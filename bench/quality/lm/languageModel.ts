import type { Draw } from "../texts/draw.ts";
import type { Occurrences } from "../texts/occurrences.ts";

/** Longest context, in words; weight of the shorter context's estimate. */
const CONTEXT = 8;
const LAMBDA = 0.5;
/** Contexts in more places than this are counted once for all: one piece changes next to nothing of them. */
const MOST_PLACES = 30_000;
const FLOOR = 0.1;

/** Occurrences by piece. */
type Counts = ReadonlyMap<number, number>;

interface Step {
  /** Estimate without context: not retrained. */
  base: number;
  /** For contexts of 1, 2, … words: occurrences of the context and of the context with the word, or fixed counts. */
  orders: { contexts: Counts; grams: Counts; fixed?: readonly [contexts: number, grams: number] }[];
}

/** What the model needs to say an answer's likelihood under any choice of pieces. */
export type Prepared = readonly Step[];

/**
 * An ∞-gram language model with interpolation: p_k = (count(context_k, word) + λ p_{k−1}) / (count(context_k) + λ). Its
 * training is counting, so leaving out pieces is exact retraining: the testbed in which true leave-one-out values exist. It is
 * no model anybody should ask.
 */
export function prepare(occurrences: Occurrences, answer: readonly string[]): Prepared {
  return answer.map((_, at) => {
    let own = 0;
    occurrences.walk(answer, at, 1, (_, places) => {
      own = places.length;
    });
    const base = (own + FLOOR) / (occurrences.words + FLOOR * occurrences.vocabulary);
    const orders: Step["orders"] = [];
    for (let length = 1; length <= Math.min(CONTEXT, at); length++) {
      let contexts = new Int32Array();
      let grams = new Int32Array();
      occurrences.walk(answer.slice(0, at + 1), at - length, length + 1, (n, places) => {
        if (n === length) contexts = places as Int32Array<ArrayBuffer>;
        if (n === length + 1) grams = places as Int32Array<ArrayBuffer>;
      });
      if (contexts.length === 0) break;
      if (contexts.length > MOST_PLACES) {
        orders.push({ contexts: new Map(), grams: new Map(), fixed: [contexts.length, grams.length] });
      } else orders.push({ contexts: countByPiece(occurrences, contexts), grams: countByPiece(occurrences, grams) });
    }
    return { base, orders };
  });
}

function countByPiece({ pieceAt }: Occurrences, places: Int32Array): Counts {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(pieceAt(place), (counts.get(pieceAt(place)) ?? 0) + 1);
  return counts;
}

/** Log likelihood of the answer when the model has learned from the pieces that `isIn` names. */
export function logLikelihood(prepared: Prepared, isIn: (piece: number) => boolean): number {
  let sum = 0;
  for (const { base, orders } of prepared) {
    let p = base;
    for (const { contexts, grams, fixed } of orders) {
      const [all, hits] = fixed ?? [countOf(contexts, isIn), countOf(grams, isIn)];
      p = (hits + LAMBDA * p) / (all + LAMBDA);
    }
    sum += Math.log(p);
  }
  return sum;
}

function countOf(counts: Counts, isIn: (piece: number) => boolean): number {
  let sum = 0;
  for (const [piece, count] of counts) if (isIn(piece)) sum += count;
  return sum;
}

/** Pieces that share a run of 4 words or more with the answer: those whose absence can matter. */
export function candidatesOf(prepared: Prepared): Set<number> {
  const candidates = new Set<number>();
  for (const { orders } of prepared) {
    for (const { grams } of orders.slice(2)) for (const piece of grams.keys()) candidates.add(piece);
  }
  return candidates;
}

/** A text of `length` words drawn from the model: each word follows a context of 3 to 5 words somewhere, or a shorter one. */
export function sample(
  occurrences: Occurrences,
  begin: readonly string[],
  length: number,
  draw: Draw,
  anyWord: () => string,
): string[] {
  const text = [...begin];
  while (text.length < length) {
    let next: string | undefined;
    for (let context = Math.min(3 + draw.below(3), text.length); context > 0 && next === undefined; context--) {
      occurrences.walk(text, text.length - context, context, (n, places) => {
        if (n === context) next = occurrences.wordAt(draw.from([...places]), context);
      });
    }
    text.push(next ?? anyWord());
  }
  return text;
}
