import type { EvidenceRow } from "./types.ts";

/** `counts[i]` for tokens in [from, to) is the number of counting n-grams over token i that `contribution` published first. */
export interface PublisherCounts {
  contribution: number;
  /** Shared between calls: read it before asking for the next. */
  counts: Int32Array;
  from: number;
  to: number;
}

/**
 * `a_{c,i}` of the specification for each contribution c of `rows` in ascending order, over an answer of `length` tokens. A contribution
 * comes as often as it has stretches of tokens without a gap, so that the work grows with what is covered and with the rows only.
 */
export function* publisherCounts(rows: readonly EvidenceRow[], length: number): Generator<PublisherCounts> {
  const counts = new Int32Array(length);
  const changes = new NgramCounter(length);
  const order = [...rows].sort((a, b) => a.contribution - b.contribution || a.start - b.start);
  for (let i = 0; i < order.length; ) {
    const { contribution, start: from } = order[i]!;
    let to = from;
    for (; i < order.length && order[i]!.contribution === contribution; i++) {
      const row = order[i]!;
      if (to > from && row.start > to) break;
      changes.add(row);
      to = Math.max(to, row.start + row.to);
    }
    changes.sum(counts, from, to);
    yield { contribution, counts, from, to };
  }
}

/** Counts n-grams over tokens by second-order differences: three changes a row, then one pass over the tokens. */
export class NgramCounter {
  readonly #steps: Int32Array;
  readonly #slopes: Int32Array;

  constructor(length: number) {
    this.#steps = new Int32Array(length + 1);
    this.#slopes = new Int32Array(length + 2);
  }

  /** All to − from + 1 n-grams cover the first `from` tokens; from there on each token is covered by one less. */
  add({ start, from, to }: EvidenceRow): void {
    this.#steps[start]! += to - from + 1;
    this.#slopes[start + from]! -= 1;
    this.#slopes[start + to + 1]! += 1;
  }

  /** Writes the counts of the tokens in [from, to), in which all rows added lie, and forgets the rows. */
  sum(counts: Int32Array, from: number, to: number): void {
    const steps = this.#steps;
    const slopes = this.#slopes;
    let count = 0;
    let slope = 0;
    for (let i = from; i < to; i++) {
      slope += slopes[i]!;
      count += steps[i]! + slope;
      counts[i] = count;
      steps[i] = 0;
      slopes[i] = 0;
    }
    slopes[to] = 0;
    slopes[to + 1] = 0;
  }
}
