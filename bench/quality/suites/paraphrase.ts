import { attributeContext, splitPool } from "../../../lib/attribution/context/index.ts";
import { attribute, type BitsTable } from "../../../lib/attribution/index.ts";
import { createBm25 } from "../rivals/bm25.ts";
import { indexOf } from "../rivals/methods.ts";
import { mean, topOf } from "../statistics.ts";
import type { Piece } from "../texts/corpus.ts";
import { createDraw, type Draw } from "../texts/draw.ts";

export interface ParaphraseFigures {
  /** Part of the words replaced, and whether words were shuffled within runs of five. */
  replaced: number;
  shuffled: boolean;
  /** Part of the answers' mass that exact tracing covers. */
  exactCoverage: number;
  /**
   * Part of the answers of which the greatest context share, out of five passages, goes to the source; and of both channels
   * together.
   */
  contextTop1: number;
  bothTop1: number;
  /** Greatest part of the pool that the channel took. */
  most: number;
}

const PASSAGE_WORDS = 110;
const RUN = 80;
const PASSAGES = 5;
const SHUFFLED_RUN = 5;
const LEVELS = [0.2, 0.4, 0.6] as const;

/**
 * Answers in other words than their source, with the five passages of the prompt known: the source and the four nearest others
 * by BM25.
 */
export function paraphrases(
  pieces: readonly Piece[],
  outside: readonly Piece[],
  bits: BitsTable,
  count: number,
  seed: number,
): ParaphraseFigures[] {
  const index = indexOf(pieces);
  const passages = pieces.flatMap((words, contribution) =>
    Array.from({ length: Math.floor(words.length / PASSAGE_WORDS) }, (_, i) => {
      const offset = i * PASSAGE_WORDS;
      return { contribution, offset, words: words.slice(offset, offset + PASSAGE_WORDS) };
    }),
  );
  const nearest = createBm25(passages.map(({ words }) => words));
  const shown = ({ contribution, offset, words }: (typeof passages)[number]) => ({
    contribution,
    offset,
    text: words.join(" "),
  });

  return LEVELS.flatMap((replaced) =>
    [false, true].map((shuffled) => {
      const draw = createDraw(seed + Math.round(replaced * 100) + Number(shuffled));
      const rows = Array.from({ length: count }, () => {
        const source = draw.from(passages);
        const start = draw.runOf(source.words, RUN);
        const run = source.words.slice(start, start + RUN);
        const words = run.map((word) => (draw.chance(replaced) ? draw.word(outside) : word));
        const answer = shuffled ? shuffle(words, draw) : words;
        const others = [...nearest(run).keys()]
          .map((place) => passages[place]!)
          .filter(({ contribution }) => contribution !== source.contribution);
        const exact = attribute(index, answer.join(" "), bits);
        const context = attributeContext(
          exact,
          [source, ...others.slice(0, PASSAGES - 1)].map(shown),
          index.kinds,
          bits,
        );
        const pool = splitPool(exact, context);
        const both = new Map<number, number>();
        for (const { contribution, share } of [...pool.exact, ...pool.context]) {
          both.set(contribution, (both.get(contribution) ?? 0) + share);
        }
        const own = new Map(context.shares.map(({ contribution, share }) => [contribution, share]));
        return {
          coverage: exact.coverageBps / 10_000,
          context: Number(topOf(own) === source.contribution),
          both: Number(topOf(both) === source.contribution),
          total: context.total / exact.params.scale,
        };
      });
      return {
        replaced,
        shuffled,
        exactCoverage: mean(rows.map(({ coverage }) => coverage)),
        contextTop1: mean(rows.map(({ context }) => context)),
        bothTop1: mean(rows.map(({ both }) => both)),
        most: Math.max(...rows.map(({ total }) => total)),
      };
    }),
  );
}

/** Words in another order within each run of five. */
function shuffle(words: readonly string[], draw: Draw): string[] {
  const shuffled = [...words];
  for (let at = 0; at + SHUFFLED_RUN <= shuffled.length; at += SHUFFLED_RUN) {
    for (let i = SHUFFLED_RUN - 1; i > 0; i--) {
      const j = draw.below(i + 1);
      [shuffled[at + i], shuffled[at + j]] = [shuffled[at + j]!, shuffled[at + i]!];
    }
  }
  return shuffled;
}
