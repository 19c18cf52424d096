import { publisherCounts } from "./publisherCounts.ts";
import type { Attribution, Span } from "./types.ts";

/**
 * What a page highlights: runs of tokens with the same leading publisher, the one that has first published most of the counting
 * n-grams over the token (the earlier one of equals). Commons lead too. Tokens that no counting n-gram covers are in no span.
 */
export function spansOf({ tokens, rows }: Pick<Attribution, "tokens" | "rows">): Span[] {
  const leader = new Int32Array(tokens.length).fill(-1);
  const most = new Int32Array(tokens.length);
  for (const { contribution, counts, from, to } of publisherCounts(rows, tokens.length)) {
    for (let i = from; i < to; i++) {
      if (counts[i]! <= most[i]!) continue;
      most[i] = counts[i]!;
      leader[i] = contribution;
    }
  }
  const spans: Span[] = [];
  for (const [i, { start, end }] of tokens.entries()) {
    const contribution = leader[i]!;
    if (contribution < 0) continue;
    const open = spans.at(-1);
    if (open && i > 0 && leader[i - 1] === contribution) open.end = end;
    else spans.push({ start, end, contribution });
  }
  return spans;
}
