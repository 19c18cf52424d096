import type { EvidenceRow } from "./types.ts";

/** `counts[i]` for tokens in [from, to) is the number of counting n-grams over token i that `contribution` published first. */
export interface PublisherCounts {
  contribution: number;
  /** Shared between calls: read it before asking for the next. */
  counts: Int32Array;
  from: number;
  to: number;
}

/** `a_{c,i}` of the specification for each contribution c of `rows` in ascending order, over an answer of `length` tokens. */
export function* publisherCounts(rows: readonly EvidenceRow[], length: number): Generator<PublisherCounts> {
  const byPublisher = new Map<number, EvidenceRow[]>();
  for (const row of rows) {
    const group = byPublisher.get(row.contribution);
    if (group) group.push(row);
    else byPublisher.set(row.contribution, [row]);
  }
  const counts = new Int32Array(length);
  for (const contribution of [...byPublisher.keys()].sort((a, b) => a - b)) {
    let from = length;
    let to = 0;
    for (const row of byPublisher.get(contribution)!) {
      addRow(counts, row);
      from = Math.min(from, row.start);
      to = Math.max(to, row.start + row.to);
    }
    yield { contribution, counts, from, to };
    counts.fill(0, from, to);
  }
}

/** Token i of the row's reach is covered by its n-grams of n in [max(from, i + 1), to], counted from the row's start. */
function addRow(counts: Int32Array, { start, from, to }: EvidenceRow): void {
  for (let i = 0; i < to; i++) counts[start + i]! += to - Math.max(from, i + 1) + 1;
}
