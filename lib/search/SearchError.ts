/** A search that gave nothing; the message may be shown. It passes: ask again, or in fewer words. */
export class SearchError extends Error {
  override name = "SearchError";
}
