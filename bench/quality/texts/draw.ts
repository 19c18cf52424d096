import { randomNumbers } from "../../../lib/attribution/randomNumbers.fixture.ts";
import type { Piece } from "./corpus.ts";

/** Seeded draws. */
export interface Draw {
  below(bound: number): number;
  /** True in `part` of the cases, to a millionth. */
  chance(part: number): boolean;
  from<T>(list: readonly T[]): T;
  /** Any word of any of the pieces. */
  word(pieces: readonly Piece[]): string;
  /** Where a run of `length` words may begin in a piece that is long enough. */
  runOf(piece: Piece, length: number): number;
}

export function createDraw(seed: number): Draw {
  const below = randomNumbers(seed);
  const from = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return {
    below,
    chance: (part) => below(1_000_000) < part * 1_000_000,
    from,
    word: (pieces) => from(from(pieces)),
    runOf: (piece, length) => below(piece.length - length + 1),
  };
}
