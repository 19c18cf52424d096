import type { AttributionIndex } from "./buildIndex.ts";
import { SuffixInterval } from "./SuffixInterval.ts";
import type { EvidenceRow, Params, Token } from "./types.ts";

/**
 * The counting n-grams of an answer, grouped: for each start, runs of n with the same first publisher. Sorted by start, then from.
 * `bits[i]` is the capped surprisal of token i. N-grams first published at or after `limit`, or in a void contribution, do not count.
 */
export function traceEvidence(
  index: AttributionIndex,
  tokens: readonly Token[],
  bits: ArrayLike<number>,
  limit: number,
  params: Params,
): EvidenceRow[] {
  const answer = Int32Array.from(tokens, ({ word }) => index.vocabulary.get(word) ?? -1);
  const interval = new SuffixInterval(index);
  const rows: EvidenceRow[] = [];
  for (let start = 0; start < answer.length; start++) {
    const longest = Math.min(params.maxWords, answer.length - start);
    interval.reset();
    let row: EvidenceRow | undefined;
    let owner = -1;
    let sum = 0;
    for (let n = 1; n <= longest; n++) {
      const word = answer[start + n - 1]!;
      if (word < 0 || !interval.extend(word)) break;
      sum += bits[start + n - 1]!;
      if (n < params.minWords || sum < params.minBits) continue;
      const position = interval.earliest();
      const contribution = owner >= 0 && holds(index, owner, position) ? owner : publisherAt(index, position);
      // Occurrences of a longer n-gram are among those of the shorter: the first publisher only ever gets later.
      if (contribution >= limit) break;
      if (contribution !== owner) {
        owner = contribution;
        row = undefined;
        if (index.kinds[owner] !== "void") {
          row = { start, from: n, to: n, contribution, offset: 0 };
          rows.push(row);
        }
      }
      if (row) {
        row.to = n;
        row.offset = position - index.starts[contribution]!;
      }
    }
  }
  return rows;
}

function holds(index: AttributionIndex, contribution: number, position: number): boolean {
  const next = index.starts[contribution + 1] ?? index.words.length;
  return index.starts[contribution]! <= position && position < next;
}

/** The contribution that has `position`: the last one that starts at or before it. */
function publisherAt(index: AttributionIndex, position: number): number {
  let low = 0;
  let high = index.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (index.starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}
