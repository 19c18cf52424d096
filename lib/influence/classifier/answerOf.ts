import type { Classification } from "./classify.ts";

const SHOWN = 1000;

/**
 * Parts of 1,000 for each label, in the order of the scores: a score of 1 is a certain yes and −1 a certain no, so (score + 1) / 2 is the
 * least-squares estimate of a label's chance; cut to 0..1 and taken of their sum.
 */
export function confidences(scores: Classification["scores"]): number[] {
  const chances = scores.map(({ score }) => Math.min(1, Math.max(0, (score + 1) / 2)));
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => (sum === 0 ? 0 : Math.round((chance / sum) * SHOWN)));
}

/** What a classifier says: the label and how sure it is. The same question always gets the same answer. */
export function answerOf({ label, scores }: Classification): string {
  return `${label} (confidence ${(confidences(scores)[0]! / 10).toFixed(1)} %)`;
}
