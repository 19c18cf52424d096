import type { BitsTable } from "../../../lib/attribution/index.ts";
import { candidatesOf, logLikelihood, prepare, sample } from "../lm/languageModel.ts";
import { createMethods, type Methods } from "../rivals/methods.ts";
import { mean, normalise, pearson, sameTop, spearman } from "../statistics.ts";
import type { Piece } from "../texts/corpus.ts";
import { createDraw, type Draw } from "../texts/draw.ts";

export interface CausalFigures {
  /**
   * Linear datamodelling score: rank correlation over random halves of the ledger of the model's log likelihood with the sum of
   * the shares that are in.
   */
  lds: number;
  /** Correlation of shares with what leaving out each piece costs in log likelihood. */
  looR: number;
  /** Part of the answers in which the greatest share goes to the piece that matters most. */
  top1: number;
}

export type CausalResult = Record<"composite" | "sampled", Record<keyof Methods, CausalFigures>>;

const SUBSETS = 100;

/**
 * Holds the methods against exact retraining (the ∞-gram model without the pieces). `composite`: runs of two to four pieces
 * with a tenth of the words replaced; `sampled`: what the model itself says. (LDS: Park et al., "TRAK: Attributing model
 * behavior at scale", 2023.)
 */
export function causalAgreement(
  pieces: readonly Piece[],
  outside: readonly Piece[],
  bits: BitsTable,
  count: number,
  seed: number,
): CausalResult {
  const { occurrences, ...methods } = createMethods(pieces, bits);
  const draw = createDraw(seed);
  const results = {} as CausalResult;
  for (const kind of ["composite", "sampled"] as const) {
    const rows: Record<keyof Methods, CausalFigures[]> = { ours: [], shapley: [], spans: [], bm25: [] };
    for (let number = 0; number < count; number++) {
      const answer =
        kind === "composite"
          ? compose(pieces, outside, draw)
          : sample(occurrences, beginning(pieces, draw), 160, draw, () => draw.word(pieces));
      const prepared = prepare(occurrences, answer);
      const candidates = [...candidatesOf(prepared)];
      const whole = logLikelihood(prepared, () => true);
      const losses = candidates.map((left) => whole - logLikelihood(prepared, (piece) => piece !== left));
      const halves = Array.from({ length: SUBSETS }, () => Uint8Array.from(pieces, () => draw.below(2)));
      const likelihoods = halves.map((half) => logLikelihood(prepared, (piece) => half[piece] === 1));
      for (const name of Object.keys(rows) as (keyof Methods)[]) {
        const weights = normalise(methods[name](answer));
        const given = candidates.map((piece) => weights.get(piece) ?? 0);
        const sums = halves.map((half) =>
          [...weights].reduce((sum, [piece, weight]) => sum + (half[piece] ? weight : 0), 0),
        );
        rows[name].push({
          lds: spearman(likelihoods, sums),
          looR: pearson(given, losses),
          top1: Number(sameTop(given, losses)),
        });
      }
    }
    const average = (name: keyof Methods): CausalFigures => ({
      lds: mean(rows[name].map(({ lds }) => lds)),
      looR: mean(rows[name].map(({ looR }) => looR)),
      top1: mean(rows[name].map(({ top1 }) => top1)),
    });
    results[kind] = {
      ours: average("ours"),
      shapley: average("shapley"),
      spans: average("spans"),
      bm25: average("bm25"),
    };
  }
  return results;
}

function compose(pieces: readonly Piece[], outside: readonly Piece[], draw: Draw): string[] {
  const answer: string[] = [];
  for (let left = 2 + draw.below(3); left > 0; left--) {
    const piece = draw.from(pieces);
    const length = 30 + draw.below(50);
    const start = draw.runOf(piece, length);
    for (const word of piece.slice(start, start + length)) answer.push(draw.chance(0.1) ? draw.word(outside) : word);
  }
  return answer;
}

function beginning(pieces: readonly Piece[], draw: Draw): string[] {
  const piece = draw.from(pieces);
  const start = draw.runOf(piece, 3);
  return piece.slice(start, start + 3);
}
