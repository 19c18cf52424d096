import { attribute, type BitsTable, buildIndex, tokenise } from "../../lib/attribution/index.ts";
import { answersOver, type Corpus } from "./corpus.ts";
import { buildFullText } from "./fullText.ts";
import { maximalSpans } from "./maximalSpans.ts";
import { type Cost, costOf, quantiles, round } from "./quantiles.ts";

const ANSWERS = 200;
/** Turns that warm code and caches, and turns that count. */
const WARMING = 2;
const TURNS = 8;
/** Full-text search takes a hundred times as long. */
const FULL_TEXT_TURNS = 3;

/**
 * The whole of `attribute` for 500-word answers, turn about with maximal spans on the same words; then full-text search. `best` has of each
 * answer its fastest turn: on a busy machine the others tell how long the thread was kept waiting.
 */
export function measureQueries({ contributions, bytes }: Corpus, bits: BitsTable, withFullText: boolean) {
  const index = buildIndex(contributions);
  const { words, suffixes, starts } = index.tiers[0]!;
  const answers = answersOver(contributions, ANSWERS);
  const costs = { ours: answers.map((): Cost[] => []), theirs: answers.map((): Cost[] => []) };
  let rows = 0;
  for (let turn = 0; turn < WARMING + TURNS; turn++) {
    for (const [i, answer] of answers.entries()) {
      const takeTurn = {
        ours: () => {
          rows += attribute(index, answer, bits).rows.length;
        },
        theirs: () => {
          const numbers = index.vocabulary.numbersOf(answer, tokenise(answer));
          maximalSpans({ words, suffixes, starts }, numbers);
        },
      };
      // Whoever comes second finds the caches warm.
      const order = turn % 2 === 0 ? (["ours", "theirs"] as const) : (["theirs", "ours"] as const);
      for (const side of order) {
        const cost = costOf(takeTurn[side]);
        if (turn >= WARMING) costs[side][i]!.push(cost);
      }
    }
  }
  const figures = (side: "ours" | "theirs") => {
    const all = costs[side].flat();
    return {
      ms: quantiles(all.map(({ ms }) => ms)),
      cpuMs: quantiles(all.map(({ cpuMs }) => cpuMs)),
      best: quantiles(costs[side].map((turns) => Math.min(...turns.map(({ ms }) => ms)))),
    };
  };
  const [lona, maximal] = [figures("ours"), figures("theirs")];
  const ratio = {
    ms: round(maximal.ms.p50 / lona.ms.p50),
    cpuMs: round(maximal.cpuMs.p50 / lona.cpuMs.p50),
    best: round(maximal.best.p50 / lona.best.p50),
    p95: round(maximal.ms.p95 / lona.ms.p95),
  };
  const rowsPerAnswer = round(rows / ANSWERS / (WARMING + TURNS));
  const found = { lona, maximal, ratio, rowsPerAnswer };
  if (!withFullText) return { ...found, fullText: undefined };

  const text = buildFullText(contributions);
  const some = answers.slice(0, bytes > 2e7 ? 10 : 20);
  const turnsOf = (work: (answer: string) => unknown) =>
    some.map((answer) => Array.from({ length: FULL_TEXT_TURNS }, () => costOf(() => work(answer)).ms));
  const phraseTurns = turnsOf(text.phrases);
  const phrases = quantiles(phraseTurns.flat());
  const phrasesBest = quantiles(phraseTurns.map((turns) => Math.min(...turns)));
  const ranked = quantiles(turnsOf(text.ranked).flat());
  const fullText = {
    ...{ buildMBs: round(bytes / 1e3 / text.buildMs), bytesPerByte: round(text.bytes / bytes) },
    ...{ phrases, phrasesBest, ranked },
    ...{ phrasesRatio: round(phrases.p50 / lona.ms.p50), rankedRatio: round(ranked.p50 / lona.ms.p50) },
    phrasesBestRatio: round(phrasesBest.p50 / lona.best.p50),
  };
  return { ...found, fullText };
}
