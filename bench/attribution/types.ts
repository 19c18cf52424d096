/** What the maximal-span baseline searches. */
export interface SpanIndex {
  words: Int32Array;
  suffixes: Int32Array;
  starts: Int32Array;
}
