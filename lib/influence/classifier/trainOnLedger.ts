import { type LabelRules, labelOf } from "./labelOf.ts";
import { type TrainingStage, trainClassifier } from "./trainClassifier.ts";

/** A contribution of a model version's ledger, with its text. */
export interface LedgerText {
  id: bigint;
  /** Zero address for the commons. */
  contributor: string;
  title: string;
  text: string;
}

/** What a classifier is trained by, beside its ledger. */
export interface ClassifierSpec {
  labels: LabelRules;
  /** 16 to 2,048. */
  dimensions: number;
  /** Above 0. */
  penalty: number;
}

/** Labelled contributions that one training takes: its time grows with them. */
export const MOST_ROWS = 2_000;

/**
 * The weights of a classifier over a ledger: every contribution that a label rule names is a row, the commons too. The same ledger and
 * spec give the same bytes on every engine.
 * @throws RangeError as `trainClassifier` does, and when more contributions have a label than one training takes.
 */
export function trainOnLedger(
  ledger: readonly LedgerText[],
  { labels, dimensions, penalty }: ClassifierSpec,
  onStage?: (stage: TrainingStage) => void,
): Uint8Array {
  const rows = ledger.flatMap(({ id, contributor, title, text }) => {
    const label = labelOf(title, labels);
    return label === undefined ? [] : [{ id: String(id), owner: contributor.toLowerCase(), label, text }];
  });
  if (rows.length > MOST_ROWS) {
    throw new RangeError(
      `${rows.length} contributions have a label; one training takes ${MOST_ROWS}: narrow the rules`,
    );
  }
  return trainClassifier(rows, { dimensions, penalty }, onStage);
}
