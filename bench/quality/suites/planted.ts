import type { BitsTable } from "../../../lib/attribution/index.ts";
import { createMethods, type Methods } from "../rivals/methods.ts";
import { mean, normalise, topOf, totalVariation, type Weights } from "../statistics.ts";
import type { Piece } from "../texts/corpus.ts";
import { createDraw, type Draw } from "../texts/draw.ts";

export const NOISE_LEVELS = [0, 0.1, 0.2, 0.3] as const;

export interface PlantedFigures {
  totalVariation: number;
  /** Part of the answers whose greatest share goes to the greatest source. */
  top1: number;
}

/** For each method, the figures at each level of noise. */
export type PlantedResult = Record<keyof Methods, PlantedFigures[]>;

/** Part of filler words after each source, of its length. */
const FILLER = 0.5;

/**
 * Answers made of runs of 40 to 120 words from one to four pieces, some words replaced by words of texts outside of the ledger
 * and half as many added: what each method says is held against what was taken from where, in bits.
 */
export function plantedSources(
  pieces: readonly Piece[],
  outside: readonly Piece[],
  bits: BitsTable,
  count: number,
  seed: number,
): PlantedResult {
  const { occurrences, ...methods } = createMethods(pieces, bits);
  const isOnlyOne = (run: readonly string[]) => {
    for (let at = 0; at + 8 <= run.length; at += 8) {
      let places = 0;
      occurrences.walk(run, at, 8, (n, found) => {
        if (n === 8) places = found.length;
      });
      if (places !== 1) return false;
    }
    return true;
  };
  const result: PlantedResult = { ours: [], shapley: [], spans: [], bm25: [] };
  for (const noise of NOISE_LEVELS) {
    const draw = createDraw(seed + Math.round(noise * 100));
    const planted = Array.from({ length: count }, () => plant(pieces, outside, bits, noise, draw, isOnlyOne));
    for (const name of Object.keys(result) as (keyof Methods)[]) {
      const found = planted.map(({ answer }) => normalise(methods[name](answer)));
      result[name].push({
        totalVariation: mean(found.map((weights, i) => totalVariation(weights, planted[i]!.truth))),
        top1: mean(found.map((weights, i) => Number(topOf(weights) === topOf(planted[i]!.truth)))),
      });
    }
  }
  return result;
}

interface Planted {
  answer: string[];
  truth: Weights;
}

function plant(
  pieces: readonly Piece[],
  outside: readonly Piece[],
  bits: BitsTable,
  noise: number,
  draw: Draw,
  isOnlyOne: (run: readonly string[]) => boolean,
): Planted {
  const sources = 1 + draw.below(4);
  const answer: string[] = [];
  const truth = new Map<number, number>();
  for (let taken = 0; taken < sources; ) {
    const piece = draw.below(pieces.length);
    const words = pieces[piece]!;
    const length = 40 + draw.below(80);
    const start = draw.runOf(words, length);
    const run = words.slice(start, start + length);
    // Else the truth would not be known.
    if (!isOnlyOne(run)) continue;
    taken++;
    for (const word of run) {
      if (draw.chance(noise)) answer.push(draw.word(outside));
      else {
        answer.push(word);
        truth.set(piece, (truth.get(piece) ?? 0) + Math.min(4096, bits.bitsOf(word)));
      }
    }
    for (let i = 0; i < length * FILLER; i++) answer.push(draw.word(outside));
  }
  return { answer, truth: normalise(truth) };
}
