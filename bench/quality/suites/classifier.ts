import { classify, decodeClassifier, labelOf, licenceFamilies, trainClassifier } from "../../../lib/influence/index.ts";
import { mean } from "../statistics.ts";
import { datanets } from "../texts/datanets.ts";

export interface ClassifierFigures {
  rows: number;
  heldOut: number;
  labels: number;
  /** Part of the held-out texts whose label is found, and what always saying the commonest label would get. */
  accuracy: number;
  commonest: number;
  /** Part of the answers whose shares add up to the scale exactly. */
  exactSums: number;
}

/** Every fifth labelled licence is kept out of training. */
const HELD_OUT = 5;
const SCALE = 1_000_000_000;

/** The example classifier: the family of a licence, learned from the seeded datanet, labels by SPDX identifier. */
export function licenceClassifier(): ClassifierFigures {
  const rows = datanets.licences().flatMap(({ id, title, text }, place) => {
    const label = labelOf(title, licenceFamilies);
    return label ? [{ id: String(id), owner: `owner ${place % 12}`, label, text }] : [];
  });
  const isHeldOut = (_: unknown, place: number) => place % HELD_OUT === HELD_OUT - 1;
  const heldOut = rows.filter(isHeldOut);
  const training = rows.filter((row, place) => !isHeldOut(row, place));
  const model = decodeClassifier(trainClassifier(training, { dimensions: 512, penalty: 1 }));
  const found = heldOut.map(({ text }) => classify(model, text));
  const counts = model.labels.map((label) => heldOut.filter((row) => row.label === label).length);
  return {
    rows: model.rows.length,
    heldOut: heldOut.length,
    labels: model.labels.length,
    accuracy: mean(found.map(({ label }, i) => Number(label === heldOut[i]!.label))),
    commonest: Math.max(...counts) / heldOut.length,
    exactSums: mean(
      found.map(({ influences }) => Number(influences.reduce((sum, { share }) => sum + share, 0) === SCALE)),
    ),
  };
}
