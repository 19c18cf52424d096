/** Goal of a figure: `most` or `least` is inclusive. */
export interface Measure {
  id: string;
  /** Row of the targets in the specification's section 6. */
  target: number;
  name: string;
  value: number;
  bound: "most" | "least";
  goal: number;
  met: boolean;
  /** Why it is missed, in sentences, where that is known. */
  reason?: string;
}

/** What one method got in one test. */
export interface Contender {
  name: string;
  /** In the order of the columns. */
  values: number[];
}

export interface Comparison {
  columns: string[];
  /** Ours first. */
  rows: Contender[];
}

export interface PublishedAttack {
  id: string;
  attack: string;
  defence?: string;
  /** Attacker's part of the pool, or for `ratio` what the owner earns over what he earned before. */
  value: number;
  unit: "pool" | "ratio";
  limit?: number;
}

/** The published accuracy of a method version: every figure is the same on every machine that has the corpus. */
export interface Accuracy {
  method: string;
  tokeniser: string;
  bitsHash: string;
  /** UTC day of the run. */
  date: string;
  seed: number;
  corpus: { from: string; pieces: number; words: number; hash: string };
  measures: Measure[];
  planted: { answers: number; totalVariation: Comparison; top1: Comparison };
  causal: { answers: number; composite: Comparison; sampled: Comparison };
  attacks: { answers: number; rows: PublishedAttack[] };
  context: { answers: number; columns: string[]; rows: Contender[] };
  classifier: { rows: number; heldOut: number; labels: number; accuracy: number; commonest: number };
  answers: Record<
    "heldBack" | "tuned",
    {
      questions: number;
      top3: number;
      quoted: number;
      falseRefusals: number;
      unanswerable: number;
      falseAnswers: number;
    }
  >;
}
