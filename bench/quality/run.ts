import type { BitsTable } from "../../lib/attribution/index.ts";
import { type AnswersResult, embeddedAnswers } from "./suites/answers.ts";
import { type AttackFigure, attackTable } from "./suites/attacks.ts";
import { createWorld } from "./suites/attackWorld.ts";
import { type CausalResult, causalAgreement } from "./suites/causal.ts";
import { type ClassifierFigures, licenceClassifier } from "./suites/classifier.ts";
import { type InfluenceFigures, influenceFigures } from "./suites/influence.ts";
import { type ParaphraseFigures, paraphrases } from "./suites/paraphrase.ts";
import { type PlantedResult, plantedSources } from "./suites/planted.ts";
import { readCorpus } from "./texts/corpus.ts";

/** How much is measured. */
export interface Size {
  pieces: number;
  /** False keeps to texts that the lockfile pins. */
  debian: boolean;
  planted: number;
  causal: number;
  attacks: number;
  paraphrases: number;
  influenceRows: number;
  retrained: number;
}

export const FULL: Size = {
  pieces: 4000,
  debian: true,
  planted: 600,
  causal: 100,
  attacks: 100,
  paraphrases: 200,
  influenceRows: 1100,
  retrained: 60,
};

export interface Results {
  corpus: { pieces: number; words: number; hash: string };
  planted: PlantedResult;
  causal: CausalResult;
  attacks: AttackFigure[];
  paraphrases: ParaphraseFigures[];
  influence: InfluenceFigures;
  classifier: ClassifierFigures;
  answers: AnswersResult;
}

/**
 * Runs every suite. Of each eight pieces four are the ledger, three the commons, one stays outside and lends its words as
 * noise.
 */
export function runSuites(size: Size, bits: BitsTable, seed: number, say: (line: string) => void): Results {
  const timed = <T>(what: string, run: () => T): T => {
    const started = performance.now();
    const result = run();
    say(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  };
  const { pieces, hash } = timed("corpus", () => readCorpus(size.pieces, size.debian));
  const eighths = (from: number, to: number) => pieces.filter((_, i) => i % 8 >= from && i % 8 < to);
  const [ledger, commons, outside] = [eighths(0, 4), eighths(4, 7), eighths(7, 8)];
  // Rows that are trained on, and as many queries again as the suite takes.
  const half = Math.ceil((size.influenceRows + 60) / 2);
  return {
    corpus: { pieces: pieces.length, words: pieces.reduce((sum, piece) => sum + piece.length, 0), hash },
    planted: timed("planted sources", () => plantedSources(ledger, outside, bits, size.planted, seed)),
    causal: timed("retraining", () => causalAgreement(ledger, outside, bits, size.causal, seed + 1)),
    attacks: timed("attacks", () => attackTable(createWorld(ledger, commons, outside, size.attacks, seed + 2), bits)),
    paraphrases: timed("paraphrases", () => paraphrases(ledger, outside, bits, size.paraphrases, seed + 3)),
    influence: timed("influence", () =>
      influenceFigures(pieces.slice(0, half), pieces.slice(-half), size.influenceRows, size.retrained, seed + 4),
    ),
    classifier: timed("licence classifier", licenceClassifier),
    answers: timed("embedded model", () => embeddedAnswers(bits)),
  };
}
