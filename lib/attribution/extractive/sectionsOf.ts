import { splitBlocks } from "./splitBlocks.ts";
import { type Extent, splitSentences } from "./splitSentences.ts";

export interface Sentence extends Extent {
  words: number;
  /** How it follows the sentence before: in the same paragraph, as a new list item, or as a new paragraph. */
  follows: "sentence" | "item" | "paragraph";
}

/** Quotable sentences that stand under one heading with nothing unquotable between them. */
export interface Section {
  heading: string;
  /** Whether it comes directly under the heading; else something unquotable stands between. */
  opens: boolean;
  sentences: Sentence[];
}

/** Sections of a document in order; those without a sentence are left out. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let heading = "";
  let open: Section | undefined;
  for (const block of splitBlocks(text)) {
    if (block.kind === "heading") {
      heading = text.slice(block.start, block.end).replace(/^#+\s*/, "");
      open = undefined;
      continue;
    }
    if (!open || block.afterGap) {
      open = { heading, opens: !open && !block.afterGap, sentences: [] };
      sections.push(open);
    }
    for (const [i, extent] of splitSentences(text, block.start, block.end).entries()) {
      const follows = i > 0 ? "sentence" : block.kind === "item" ? "item" : "paragraph";
      const words = text.slice(extent.start, extent.end).split(/\s+/).length;
      open.sentences.push({ ...extent, words, follows });
    }
  }
  return sections.filter(({ sentences }) => sentences.length > 0);
}
