/** A run of the answer: traced to a contribution, or matched by nothing (null). */
export type Segment = { text: string; contribution: number | null };

/**
 * Cuts an answer at the borders of its spans. Joined again, the segments are the answer.
 * @param spans [start, end, contribution], UTF-16 offsets, ascending; a span that overlaps the one before it begins where that one ends
 */
export function segmentsOf(answer: string, spans: readonly (readonly [number, number, number])[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [start, end, contribution] of spans) {
    const from = Math.max(at, start);
    const to = Math.min(end, answer.length);
    if (to <= from) continue;
    if (from > at) segments.push({ text: answer.slice(at, from), contribution: null });
    segments.push({ text: answer.slice(from, to), contribution });
    at = to;
  }
  if (at < answer.length) segments.push({ text: answer.slice(at), contribution: null });
  return segments;
}
