/** How a source of the answer is shown: its number in the text and in the list, and its colour. */
export type Mark = { contribution: number; label: string; colour: string };

const SERIES = ["--s1", "--s3", "--s4", "--s2", "--s5"];

/**
 * Numbers the sources of an answer by what they were paid: 1 is the largest. Five get a colour of the categorical series; the rest and
 * sources that are paid nothing (commons, marked C) are neutral, since a number or letter beside every span tells them apart anyway.
 * @param paid contributions with a share, largest first
 * @param unpaid contributions that lead a span without a share
 */
export function marksOf(paid: readonly number[], unpaid: readonly number[]): Mark[] {
  return [
    ...paid.map((contribution, i) => ({
      contribution,
      label: String(i + 1),
      colour: `var(${SERIES[i] ?? "--ink-3"})`,
    })),
    ...unpaid
      .filter((contribution) => !paid.includes(contribution))
      .map((contribution) => ({ contribution, label: "C", colour: "var(--line-strong)" })),
  ];
}
