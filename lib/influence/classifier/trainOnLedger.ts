import { MOST_CHARACTERS, MOST_ROWS } from "./bounds.ts";
import { type LabelRules, labeller } from "./labelOf.ts";
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
  /** Within `bounds.ts`. */
  dimensions: number;
  /** Above 0. */
  penalty: number;
}

/**
 * The weights of a classifier over a ledger: every contribution that a label rule names is a row, the commons too. The same ledger and
 * spec give the same bytes on every engine.
 * @throws RangeError as `trainClassifier` does, and when more contributions, or longer ones, have a label than one training takes.
 */
export function trainOnLedger(
  ledger: readonly LedgerText[],
  { labels, dimensions, penalty }: ClassifierSpec,
  onStage?: (stage: TrainingStage) => void,
): Uint8Array {
  const labelOf = labeller(labels);
  const rows = ledger.flatMap(({ id, contributor, title, text }) => {
    const label = labelOf(title);
    return label === undefined ? [] : [{ id: String(id), owner: contributor.toLowerCase(), label, text }];
  });
  if (rows.length > MOST_ROWS) {
    throw new RangeError(
      `${rows.length} contributions have a label; one training takes ${MOST_ROWS}: narrow the rules`,
    );
  }
  const characters = rows.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MOST_CHARACTERS) {
    throw new RangeError(
      `the texts with a label have ${characters} characters; one training takes ${MOST_CHARACTERS}: narrow the rules`,
    );
  }
  return trainClassifier(rows, { dimensions, penalty }, onStage);
}
