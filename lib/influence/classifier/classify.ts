import { allocatePositive } from "../allocate.ts";
import { dot } from "../cholesky.ts";
import { effectsOn } from "../ridge.ts";
import { textFeatures } from "../textFeatures.ts";
import type { Classifier } from "./modelBytes.ts";

/** What a training row did to one answer. */
export interface Influence {
  /** Ledger id of the contribution, and its owner. */
  id: string;
  owner: string;
  /**
   * Row's part of what the winning label's score would lose without all rows of its owner; negative where they speak against it.
   */
  effect: number;
  /** Out of the scale; the shares of all rows add up to it, or are all 0 when no owner's rows speak for the label. */
  share: number;
}

export interface Classification {
  label: string;
  /** Of each label, greatest first; 1 and −1 are what the model was trained towards. */
  scores: { label: string; score: number }[];
  /** Of every training row, in ledger order. */
  influences: Influence[];
}

const SCALE = 1_000_000_000;

/**
 * Labels a text and says whom the label is owed to. An owner's effect is what the winning score loses when the model is trained
 * without his rows: exact for ridge regression. Owners are paid `max(0, effect)` over the sum of the positives; an owner's part
 * is split over his rows that speak for the label, in proportion. Of equal scores the label that sorts first wins.
 */
export function classify(model: Classifier, text: string, scale = SCALE): Classification {
  const query = textFeatures(text, model.dimensions);
  const scores = model.labels.map((label, place) => ({ label, score: dot(model.weights[place]!, query), place }));
  scores.sort((a, b) => b.score - a.score || a.place - b.place);
  const { label, place } = scores[0]!;
  const factor = { size: model.dimensions, lower: model.lower };
  const effects = effectsOn(factor, model.features, model.coefficients[place]!, query);
  const shares = sharesOf(model, effects, scale);
  const influences = model.rows.map(({ id, owner }, row) => ({
    ...{ id, owner },
    effect: effects[row]!,
    share: shares[row]!,
  }));
  return { label, scores: scores.map(({ label, score }) => ({ label, score })), influences };
}

function sharesOf({ rows }: Classifier, effects: Float64Array, scale: number): number[] {
  const groups = [...Map.groupBy(rows.keys(), (row) => rows[row]!.owner).values()];
  const ofOwners = allocatePositive(
    groups.map((group) => group.reduce((sum, row) => sum + effects[row]!, 0)),
    scale,
  );
  const shares = new Array<number>(rows.length).fill(0);
  for (const [place, group] of groups.entries()) {
    if (ofOwners[place] === 0) continue;
    const own = allocatePositive(
      group.map((row) => effects[row]!),
      ofOwners[place]!,
    );
    for (const [i, part] of own.entries()) shares[group[i]!] = part;
  }
  return shares;
}
