import type { Evaluation } from "./evaluate.ts";

export interface Measures {
  /** Texts that were labelled. */
  texts: number;
  /** Of them, those whose label was found, and those of the commonest label: what always saying that one finds. */
  right: number;
  commonest: number;
  labels: {
    label: string;
    texts: number;
    right: number;
    /** Texts that were given this label. */
    said: number;
  }[];
}

/** The counts that an evaluation is told by; parts are made where they are shown. */
export function measuresOf({ labels, confusion }: Evaluation): Measures {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const perLabel = labels.map((label, place) => ({
    label,
    texts: sum(confusion[place]!),
    right: confusion[place]![place]!,
    said: sum(confusion.map((row) => row[place]!)),
  }));
  return {
    texts: sum(perLabel.map(({ texts }) => texts)),
    right: sum(perLabel.map(({ right }) => right)),
    commonest: Math.max(...perLabel.map(({ texts }) => texts)),
    labels: perLabel,
  };
}
