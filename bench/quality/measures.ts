import type { Measure } from "../../lib/attribution/published/accuracy.ts";
import { REASONS } from "./reasons.ts";
import type { Results } from "./run.ts";

const PLANTED_GOALS = [
  [0, 0.005, 0.99],
  [10, 0.03, 0.95],
  [20, 0.055, 0.86],
  [30, 0.08, 0.81],
] as const;
const QUESTION_GOAL = 0.95;
const CONTEXT_LEVEL = 0.4;

/** Targets 7 to 12 of the specification with what was measured; times come apart, they are the machine's. */
export function measuresOf({ planted, causal, attacks, paraphrases, influence, answers }: Results): Measure[] {
  const measures: Measure[] = [];
  const add = (target: number, id: string, name: string, value: number, bound: Measure["bound"], goal: number) => {
    const met = bound === "most" ? value <= goal : value >= goal;
    const reason = met ? undefined : REASONS[id];
    measures.push({ id, target, name, value, bound, goal, met, ...(reason && { reason }) });
  };

  for (const { id, attack, defence, value, limit } of attacks) {
    // The specification's target is the answer across the seam; the other is there to say why that is missed.
    if (id === "copy-tail-apart") continue;
    if (limit !== undefined) add(7, `attack-${id}`, defence ? `${attack} (${defence})` : attack, value, "most", limit);
  }
  for (const [level, [noise, distance, top]] of PLANTED_GOALS.entries()) {
    const { totalVariation, top1 } = planted.ours[level]!;
    add(8, `planted-tv-${noise}`, `Total variation, ${noise} % of words replaced`, totalVariation, "most", distance);
    add(8, `planted-top1-${noise}`, `Greatest source found, ${noise} % replaced`, top1, "least", top);
  }
  add(9, "lds-composite", "Datamodelling score, composed answers", causal.composite.ours.lds, "least", 0.945);
  add(9, "lds-sampled", "Datamodelling score, the model’s own answers", causal.sampled.ours.lds, "least", 0.98);
  add(9, "loo-composite", "Correlation with leaving one out, composed", causal.composite.ours.looR, "least", 0.97);
  add(9, "loo-sampled", "Correlation with leaving one out, the model’s own", causal.sampled.ours.looR, "least", 0.97);
  for (const { replaced, shuffled, contextTop1 } of paraphrases) {
    if (replaced !== CONTEXT_LEVEL) continue;
    const name = `Source first among five passages, 40 % replaced${shuffled ? " and shuffled" : ""}`;
    add(10, `context-top1${shuffled ? "-shuffled" : ""}`, name, contextTop1, "least", 0.95);
  }
  add(11, "ridge-error", "Ridge without a row, greatest error", influence.ridgeError, "most", 1e-9);
  add(11, "newton-r", "Logistic without a row, correlation", influence.newtonR, "least", 0.9999);
  add(11, "group-r", "Logistic without an owner, correlation", influence.groupR, "least", 0.9998);
  add(11, "shapley-error", "Nearest-neighbour Shapley, greatest error", influence.shapleyError, "most", 1e-12);
  const { heldBack } = answers;
  add(
    12,
    "answers-top3",
    "Held-back questions, passage among the best three",
    heldBack.top3 / heldBack.questions,
    "least",
    QUESTION_GOAL,
  );
  add(12, "answers-attributed", "Quoted words that exact attribution finds", answers.attributed, "least", 1);
  return measures;
}

/** The targets that are times: for the terminal, never for the published file. */
export function timesOf({ influence, answers }: Results): Measure[] {
  const times: Measure[] = [
    {
      id: "classifier-ms",
      target: 11,
      name: "Classifier’s answer with influences, 1,100 rows, ms",
      value: influence.answerMs,
      bound: "most",
      goal: 2,
      met: influence.answerMs <= 2,
    },
    {
      id: "answers-p50-ms",
      target: 12,
      name: "Embedded model’s answer, p50, ms",
      value: answers.p50Ms,
      bound: "most",
      goal: 8,
      met: answers.p50Ms <= 8,
    },
  ];
  return times;
}
