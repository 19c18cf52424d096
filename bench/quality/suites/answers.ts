import { readFileSync } from "node:fs";
import path from "node:path";
import { passagesFor } from "../../../lib/attribution/context/index.ts";
import {
  answerFrom,
  attribute,
  type BitsTable,
  buildIndex,
  buildPassages,
  tokenise,
} from "../../../lib/attribution/index.ts";
import { datanets } from "../texts/datanets.ts";

interface Question {
  datanet: keyof typeof datanets;
  heldBack: boolean;
  question: string;
}

interface Answerable extends Question {
  /** Title of the document, and words of the passage, that answer. */
  document: string;
  quote: string;
}

export interface AnswerFigures {
  questions: number;
  /** Questions whose passage is among the best three; whose quote is in what is answered. */
  top3: number;
  quoted: number;
  /** Questions that have an answer and got none. */
  falseRefusals: number;
  unanswerable: number;
  /** Questions without an answer that got one. */
  falseAnswers: number;
}

export interface AnswersResult {
  heldBack: AnswerFigures;
  /** The half that was looked at while the model was made. */
  tuned: AnswerFigures;
  /** Part of the words of all answers that exact attribution finds in the datanet. */
  attributed: number;
  p50Ms: number;
  missed: string[];
}

const FILE = path.join(import.meta.dirname, "../questions.json");

/** Asks the embedded model every question of `questions.json` over the seeded datanets. */
export function embeddedAnswers(bits: BitsTable): AnswersResult {
  const { answerable, unanswerable } = JSON.parse(readFileSync(FILE, "utf8")) as {
    answerable: Answerable[];
    unanswerable: Question[];
  };
  const worlds = new Map(
    (Object.keys(datanets) as (keyof typeof datanets)[]).map((name) => {
      const documents = datanets[name]();
      const index = buildIndex(documents.map(({ text }) => ({ text, kind: "paid" as const })));
      return [name, { passages: buildPassages(documents), index }] as const;
    }),
  );
  const times: number[] = [];
  let words = 0;
  let found = 0;
  const missed: string[] = [];
  const ask = ({ datanet, question }: Question) => {
    const { passages, index } = worlds.get(datanet)!;
    const started = performance.now();
    const answer = answerFrom(passages, question);
    times.push(performance.now() - started);
    if (!answer) return undefined;
    const { tokens, rows } = attribute(index, answer.text, bits);
    const covered = new Set(rows.flatMap(({ start, to }) => Array.from({ length: to }, (_, i) => start + i)));
    words += tokens.length;
    found += covered.size;
    return answer.text;
  };

  const figuresOf = (heldBack: boolean): AnswerFigures => {
    const figures = { questions: 0, top3: 0, quoted: 0, falseRefusals: 0, unanswerable: 0, falseAnswers: 0 };
    for (const asked of answerable.filter((one) => one.heldBack === heldBack)) {
      figures.questions++;
      const best = passagesFor(worlds.get(asked.datanet)!.passages, asked.question, 3);
      if (best.some(({ document, text }) => document === asked.document && holds(text, asked.quote))) figures.top3++;
      else missed.push(asked.question);
      const text = ask(asked);
      if (text === undefined) figures.falseRefusals++;
      else if (holds(text, asked.quote)) figures.quoted++;
    }
    for (const asked of unanswerable.filter((one) => one.heldBack === heldBack)) {
      figures.unanswerable++;
      if (ask(asked) !== undefined) figures.falseAnswers++;
    }
    return figures;
  };

  const [heldBack, tuned] = [figuresOf(true), figuresOf(false)];
  times.sort((a, b) => a - b);
  return { heldBack, tuned, attributed: words === 0 ? 0 : found / words, p50Ms: times[times.length >> 1]!, missed };
}

const wordsOf = (text: string) =>
  ` ${tokenise(text)
    .map(({ word }) => word)
    .join(" ")} `;
const holds = (text: string, quote: string) => wordsOf(text).includes(wordsOf(quote));
