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
 * @param rows sorted by start
 */
export function* publisherCounts(rows: readonly EvidenceRow[], length: number): Generator<PublisherCounts> {
  const counts = new Int32Array(length);
  const changes = new NgramCounter(length);
  const order = byContribution(rows);
  for (let i = 0; i < order.length; ) {
    const { contribution, start: from } = rows[order[i]!]!;
    let to = from;
    for (; i < order.length; i++) {
      const row = rows[order[i]!]!;
      if (row.contribution !== contribution || (to > from && row.start > to)) break;
      changes.add(row);
      to = Math.max(to, row.start + row.to);
    }
    changes.sum(counts, from, to);
    yield { contribution, counts, from, to };
  }
}

/** Places of the rows, ascending by contribution; those of one contribution as they stand. Exact while contributions times rows are below 2^53. */
function byContribution(rows: readonly EvidenceRow[]): Float64Array {
  const { length } = rows;
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = rows[i]!.contribution * length + i;
  keys.sort();
  for (let i = 0; i < length; i++) keys[i]! %= length;
  return keys;
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
