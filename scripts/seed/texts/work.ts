/** A text somebody contributes. */
export interface Work {
  title: string;
  text: string;
  mediaType: "text/plain" | "text/markdown";
  /** Where the text can be found. */
  source: string;
}
