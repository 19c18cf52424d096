import { factorise, penalisedGram } from "../cholesky.ts";
import { duplicateHeads } from "../duplicateHeads.ts";
import { leavingGroupsOut, ridgeWeights } from "../ridge.ts";
import { textFeatures } from "../textFeatures.ts";
import { defaultOptions, LEAST_DIMENSIONS, MOST_DIMENSIONS } from "./bounds.ts";
import { type Classifier, encodeClassifier } from "./modelBytes.ts";

/** A labelled contribution. */
export interface ClassifierRow {
  /** Ledger id of the contribution. */
  id: string;
  owner: string;
  label: string;
  text: string;
}

export interface ClassifierOptions {
  /** Numbers a text is turned into, within `bounds.ts`. */
  dimensions?: number;
  /** Of the ridge; above 0. */
  penalty?: number;
}

/** Stages of training, in their order. */
export const trainingStages = ["comparing texts", "reading words", "solving", "measuring owners"] as const;
export type TrainingStage = (typeof trainingStages)[number];

/**
 * Trains a text classifier on rows in ledger order: one ridge regression per label (1 for its rows, −1 for others) over hashed
 * words and pairs. Rows that repeat an earlier one are left out, so the first publisher has all of the credit and copies have
 * none. With the weights come, for each row and label, the exact coefficients by which an answer's influences are computed at
 * once (`classify`). The same rows give the same bytes on every engine.
 * @throws RangeError when fewer than two labels are there or an option is outside of its bounds.
 */
export function trainClassifier(
  rows: readonly ClassifierRow[],
  options: ClassifierOptions = {},
  onStage: (stage: TrainingStage) => void = () => {},
): Uint8Array {
  const { dimensions, penalty } = { ...defaultOptions, ...options };
  if (!Number.isInteger(dimensions) || dimensions < LEAST_DIMENSIONS || dimensions > MOST_DIMENSIONS) {
    throw new RangeError(
      `dimensions is ${dimensions}; give a whole number from ${LEAST_DIMENSIONS} to ${MOST_DIMENSIONS}`,
    );
  }
  if (!(penalty > 0)) throw new RangeError(`penalty is ${penalty}; give a number above 0`);
  onStage("comparing texts");
  const heads = duplicateHeads(rows.map(({ text }) => text));
  const kept = rows.filter((_, i) => heads[i] === i);
  const labels = [...new Set(kept.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new RangeError(`the rows have ${labels.length} labels; a classifier needs two or more`);

  onStage("reading words");
  const features = kept.map(({ text }) => textFeatures(text, dimensions));
  onStage("solving");
  const factor = factorise(penalisedGram(features, dimensions, penalty), dimensions);
  const owners = new Map([...new Set(kept.map(({ owner }) => owner))].map((owner, place) => [owner, place]));
  const groups = kept.map(({ owner }) => owners.get(owner)!);
  onStage("measuring owners");
  const coefficientsOf = leavingGroupsOut(factor, features, groups);
  const weights: Float64Array[] = [];
  const coefficients: Float64Array[] = [];
  for (const label of labels) {
    const targets = kept.map((row) => (row.label === label ? 1 : -1));
    const found = ridgeWeights(factor, features, targets);
    weights.push(found);
    coefficients.push(coefficientsOf(found, targets));
  }
  const classifier: Classifier = {
    labels,
    dimensions,
    rows: kept.map(({ id, owner, label }) => ({ id, owner, label })),
    weights,
    coefficients,
    features,
    lower: factor.lower,
  };
  return encodeClassifier(classifier);
}
