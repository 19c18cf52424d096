import type { Sentence } from "./sectionsOf.ts";

/** Most words of a quote of more than one sentence. */
export const MOST_WORDS = 120;
const COMFORTABLE_WORDS = 40;

const REFERS_BACK =
  /^(?:this|that|these|those|it|however|such|but|and|or|also|thus|therefore|notwithstanding|otherwise|if not|with this|for the)\b/i;

/** How well sentences [from, to) read as a quote by themselves, about 0.4 to 1. Weights were set by reading answers. */
export function readability(text: string, sentences: readonly Sentence[], from: number, to: number): number {
  const quoted = sentences.slice(from, to);
  const words = quoted.reduce((sum, sentence) => sum + sentence.words, 0);
  return lengthFit(words) * openingFit(text, quoted) * closingFit(text, quoted.at(-1)!);
}

function lengthFit(words: number): number {
  if (words < COMFORTABLE_WORDS) return 0.8 + (0.2 * words) / COMFORTABLE_WORDS;
  return 1 - 0.1 * Math.min(1, (words - COMFORTABLE_WORDS) / (MOST_WORDS - COMFORTABLE_WORDS));
}

/** A quote that begins in the middle of a thought, or with what matters least, reads badly. */
function openingFit(text: string, quoted: readonly Sentence[]): number {
  const { start, follows, words } = quoted[0]!;
  const opening = text.slice(start, start + 40);
  const leavesParagraph =
    follows === "sentence" && quoted.some((sentence, i) => i > 0 && sentence.follows !== "sentence");
  const fit = leavesParagraph ? 0.75 : 1;
  if (REFERS_BACK.test(opening)) return fit * (follows === "sentence" ? 0.8 : 0.9);
  if (/^\W*copyright\b/i.test(opening)) return fit * 0.7;
  if (/^>?\s*\W*good to know\b/i.test(opening)) return fit * 0.8;
  if (follows === "item" && words < 20) return fit * 0.92;
  return fit * (follows === "sentence" ? 0.95 : 1);
}

/** A quote that ends by announcing what it does not hold reads badly too. */
function closingFit(text: string, { end, words }: Sentence): number {
  return /[:,]$/.test(text.slice(end - 1, end)) || words < 5 ? 0.85 : 1;
}
