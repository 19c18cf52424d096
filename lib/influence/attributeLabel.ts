import { answerOf } from "./classifier/answerOf.ts";
import { classify } from "./classifier/classify.ts";
import type { Classifier } from "./classifier/modelBytes.ts";

/** Name and version of the method, part of every result. */
export const INFLUENCE_METHOD = "influence-1";
export const INFLUENCE_SCALE = 1_000_000_000;
/** Scores and effects are told in whole numbers of 1 / this. */
export const EFFECT_UNIT = 1_000_000_000;

export interface LabelAttribution {
  /** Of each label, greatest first, in 1/1,000,000,000; empty when the answer is not what the model says. */
  scores: { label: string; score: number }[];
  /** Of each training row, by its contribution: what it adds to the winning score, in 1/1,000,000,000; negative when it speaks against it. */
  effects: { contribution: bigint; effect: number }[];
  /** Contributions with a share, in ledger order. */
  shares: { contribution: bigint; share: number }[];
  treasury: number;
  coverageBps: number;
}

/**
 * `influence-1`: what each training text did to a classifier's answer. Owners whose texts speak for the label share the whole; what the
 * commons would get is nobody's. An answer that the model does not give to this question, whole or cut short, owes its texts nothing.
 * @param isCommons whether nobody owns a contribution
 */
export function attributeLabel(
  classifier: Classifier,
  question: string,
  answer: string,
  isCommons: (contribution: bigint) => boolean,
): LabelAttribution {
  const classification = classify(classifier, question, INFLUENCE_SCALE);
  if (answer === "" || !answerOf(classification).startsWith(answer)) return nobodys;
  const { scores, influences } = classification;
  const shares = influences
    .map(({ id, share }) => ({ contribution: BigInt(id), share }))
    .filter(({ contribution, share }) => share > 0 && !isCommons(contribution));
  const owned = shares.reduce((sum, { share }) => sum + share, 0);
  return {
    scores: scores.map(({ label, score }) => ({ label, score: inUnits(score) })),
    effects: influences.map(({ id, effect }) => ({ contribution: BigInt(id), effect: inUnits(effect) })),
    shares,
    treasury: INFLUENCE_SCALE - owned,
    coverageBps: Math.floor((owned * 10_000) / INFLUENCE_SCALE),
  };
}

/** What owes nothing to anybody: the whole is the treasury's. */
export const nobodys: LabelAttribution = {
  scores: [],
  effects: [],
  shares: [],
  treasury: INFLUENCE_SCALE,
  coverageBps: 0,
};

/** Rounds half up; never −0, which JSON would lose. */
const inUnits = (value: number): number => Math.round(value * EFFECT_UNIT) + 0;
