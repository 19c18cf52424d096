import {
  classify,
  decodeClassifier,
  dot,
  effectsOn,
  fitLogistic,
  fitRidge,
  knnShapley,
  leaveGroupOutEffect,
  leaveOneOutCoefficients,
  leaveOneOutEffects,
  textFeatures,
  trainClassifier,
} from "../../../lib/influence/index.ts";
import { mean, pearson } from "../statistics.ts";
import type { Piece } from "../texts/corpus.ts";
import { createDraw, type Draw } from "../texts/draw.ts";

export interface InfluenceFigures {
  rows: number;
  /** Greatest difference from retraining without the row, of a prediction. */
  ridgeError: number;
  /** Correlation with retraining without a row; without all rows of an owner. */
  newtonR: number;
  groupR: number;
  /** Greatest difference from the Shapley values over all orders of arrival. */
  shapleyError: number;
  /** Median time of an answer with the influences of all rows. */
  answerMs: number;
}

const DIMENSIONS = 256;
const PENALTY = 1;
const QUERIES = 60;
const OWNERS = 50;
/** Labels turned round, as people do. */
const WRONG_LABELS = 0.05;
const WORDS = 150;

/**
 * Holds every influence method against retraining, on two kinds of text told apart. @param retrained rows and groups that are
 * left out.
 */
export function influenceFigures(
  one: readonly Piece[],
  other: readonly Piece[],
  rowCount: number,
  retrained: number,
  seed: number,
): InfluenceFigures {
  const draw = createDraw(seed);
  const all = shuffled(
    [...one.map((piece) => [piece, 1] as const), ...other.map((piece) => [piece, -1] as const)],
    draw,
  );
  const texts = all.map(([piece]) => piece.slice(0, WORDS).join(" "));
  const labels = all.map(([, label]) => (draw.chance(WRONG_LABELS) ? -label : label));
  const features = texts.map((text) => textFeatures(text, DIMENSIONS));
  const [rows, targets] = [features.slice(0, rowCount), labels.slice(0, rowCount)];
  const queries = features.slice(rowCount, rowCount + QUERIES);
  const step = Math.floor(rowCount / retrained);
  const removed = Array.from({ length: retrained }, (_, i) => i * step);
  const left = (gone: ReadonlySet<number>) => {
    const stays = (_: unknown, i: number) => !gone.has(i);
    return [rows.filter(stays), targets.filter(stays)] as const;
  };
  const changes = (before: Float64Array, after: Float64Array) =>
    queries.map((query) => dot(before, query) - dot(after, query));

  const ridge = fitRidge(rows, targets, PENALTY);
  const coefficients = leaveOneOutCoefficients(ridge, rows, targets);
  const ridgeEffects = queries.map((query) => effectsOn(ridge.factor, rows, coefficients, query));
  let ridgeError = 0;
  for (const row of removed) {
    const real = changes(ridge.weights, fitRidge(...left(new Set([row])), PENALTY).weights);
    for (const [q, value] of real.entries())
      ridgeError = Math.max(ridgeError, Math.abs(ridgeEffects[q]![row]! - value));
  }

  const logistic = fitLogistic(rows, targets, PENALTY);
  const retrain = (gone: ReadonlySet<number>) =>
    changes(logistic.weights, fitLogistic(...left(gone), PENALTY, logistic.weights).weights);
  const newton = leaveOneOutEffects(logistic, rows, targets, removed, queries).flatMap((effects) => [...effects]);
  const newtonR = pearson(
    newton,
    removed.flatMap((row) => retrain(new Set([row]))),
  );

  const groups = Array.from(
    { length: Math.ceil(retrained / 3) },
    (_, owner) => new Set(rows.flatMap((_, row) => (row % OWNERS === owner ? [row] : []))),
  );
  const together = groups.flatMap((group) => [
    ...leaveGroupOutEffect(logistic, rows, targets, PENALTY, group, queries),
  ]);
  const groupR = pearson(
    together,
    groups.flatMap((group) => retrain(group)),
  );

  const kinds = labels.slice(0, rowCount).map((label) => (label > 0 ? "one" : "other"));
  const model = decodeClassifier(
    trainClassifier(
      texts.slice(0, rowCount).map((text, i) => ({ id: String(i), owner: String(i % OWNERS), label: kinds[i]!, text })),
      { dimensions: DIMENSIONS, penalty: PENALTY },
    ),
  );
  const times = texts.slice(rowCount, rowCount + QUERIES).map((text) => {
    const started = performance.now();
    classify(model, text);
    return performance.now() - started;
  });
  times.sort((a, b) => a - b);
  return {
    rows: rowCount,
    ridgeError,
    newtonR,
    groupR,
    shapleyError: shapleyError(draw),
    answerMs: times[times.length >> 1]!,
  };
}

/** Against the definition: the mean gain over all orders of arrival of up to seven rows. */
function shapleyError(draw: Draw): number {
  let greatest = 0;
  for (let trial = 0; trial < 20; trial++) {
    const count = 2 + draw.below(6);
    const k = 1 + draw.below(4);
    const similarities = Array.from({ length: count }, () => draw.below(1000));
    const right = similarities.map(() => draw.chance(0.5));
    const worth = (set: readonly number[]) =>
      set
        .toSorted((a, b) => similarities[b]! - similarities[a]! || a - b)
        .slice(0, k)
        .filter((row) => right[row]).length / k;
    const orders = permutations(similarities.map((_, i) => i));
    const values = knnShapley(similarities, right, k);
    for (const [row, value] of values.entries()) {
      const gains = orders.map((order) => {
        const before = order.slice(0, order.indexOf(row));
        return worth([...before, row]) - worth(before);
      });
      greatest = Math.max(greatest, Math.abs(value - mean(gains)));
    }
  }
  return greatest;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const items = [...list];
  for (let i = items.length - 1; i > 0; i--) {
    const j = draw.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
