import { leavingOneOut } from "../ridge.ts";
import type { Classifier } from "./modelBytes.ts";

/** How often each label is found: row by row the true one, column by column the one that was said. */
export interface Evaluation {
  /** Sorted, as the classifier has them. */
  labels: string[];
  confusion: number[][];
}

/**
 * What the classifier says of each training text when it is trained without that text: exact for ridge regression, without training
 * again. A row's score without itself is y − e / (1 − h) (Sherman and Morrison, 1950).
 */
export function evaluateClassifier(classifier: Classifier): Evaluation {
  const { labels, rows, features, weights, dimensions, lower } = classifier;
  const coefficients = leavingOneOut({ size: dimensions, lower }, features);
  const scores = labels.map((label, place) => {
    const targets = rows.map((row) => (row.label === label ? 1 : -1));
    const lost = coefficients(weights[place]!, targets);
    return targets.map((target, row) => target - lost[row]!);
  });
  const confusion = labels.map(() => labels.map(() => 0));
  for (const [row, { label }] of rows.entries()) {
    let said = 0;
    for (let place = 1; place < labels.length; place++) {
      if (scores[place]![row]! > scores[said]![row]!) said = place;
    }
    confusion[labels.indexOf(label)]![said]!++;
  }
  return { labels, confusion };
}
