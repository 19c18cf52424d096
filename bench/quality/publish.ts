import type { Accuracy, Comparison } from "../../lib/attribution/published/accuracy.ts";
import { measuresOf } from "./measures.ts";
import { METHOD_NAMES, type Methods } from "./rivals/methods.ts";
import type { Results, Size } from "./run.ts";
import { NOISE_LEVELS } from "./suites/planted.ts";

const METHODS = Object.keys(METHOD_NAMES) as (keyof Methods)[];

interface Run {
  method: string;
  tokeniser: string;
  bitsHash: string;
  date: string;
  seed: number;
}

/** The results as the product shows them. Figures are rounded to six digits; whether a target is met was decided before. */
export function publishedAccuracy(run: Run, results: Results, size: Size): Accuracy {
  const { corpus, planted, causal, attacks, paraphrases, classifier, answers } = results;
  const noise = NOISE_LEVELS.map((level) => `${level * 100} %`);
  const compare = (columns: string[], valuesOf: (name: keyof Methods) => number[]): Comparison => ({
    columns,
    rows: METHODS.map((name) => ({ name: METHOD_NAMES[name], values: valuesOf(name) })),
  });
  const agreement = (kind: keyof typeof causal) =>
    compare(["datamodelling score", "leave-one-out r", "same top"], (name) => {
      const { lds, looR, top1 } = causal[kind][name];
      return [lds, looR, top1];
    });
  const { exactSums: _, ...example } = classifier;
  return rounded({
    ...run,
    corpus: {
      from: size.debian
        ? "Markdown and text of the npm packages of the lockfile, Debian’s English manual pages"
        : "Markdown and text of npm packages",
      ...corpus,
    },
    measures: measuresOf(results),
    planted: {
      answers: size.planted,
      totalVariation: compare(noise, (name) => planted[name].map(({ totalVariation }) => totalVariation)),
      top1: compare(noise, (name) => planted[name].map(({ top1 }) => top1)),
    },
    causal: { answers: size.causal, composite: agreement("composite"), sampled: agreement("sampled") },
    attacks: { answers: size.attacks, rows: attacks },
    context: {
      answers: size.paraphrases,
      columns: ["covered exactly", "source first: context", "source first: both", "most of the pool"],
      rows: paraphrases.map(({ replaced, shuffled, exactCoverage, contextTop1, bothTop1, most }) => ({
        name: `${replaced * 100} % replaced${shuffled ? ", shuffled" : ""}`,
        values: [exactCoverage, contextTop1, bothTop1, most],
      })),
    },
    classifier: example,
    answers: { heldBack: answers.heldBack, tuned: answers.tuned },
  });
}

function rounded<T>(value: T): T {
  const text = JSON.stringify(value, (_, part) =>
    typeof part === "number" && !Number.isInteger(part) ? Number(part.toPrecision(6)) : part,
  );
  return JSON.parse(text) as T;
}
