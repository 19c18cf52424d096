import type { Weights } from "../statistics.ts";
import type { Piece } from "../texts/corpus.ts";

const [K1, B] = [1.2, 0.75];
const MOST = 10;

/** The ten best pieces for an answer by BM25, weighted by their scores. */
export function createBm25(pieces: readonly Piece[]): (answer: readonly string[]) => Weights {
  const postings = new Map<string, [piece: number, count: number][]>();
  const average = pieces.reduce((sum, piece) => sum + piece.length, 0) / pieces.length;
  for (const [index, piece] of pieces.entries()) {
    const counts = new Map<string, number>();
    for (const word of piece) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const entries = postings.get(word);
      if (entries) entries.push([index, count]);
      else postings.set(word, [[index, count]]);
    }
  }
  return (answer) => {
    const scores = new Map<number, number>();
    for (const word of new Set(answer)) {
      const entries = postings.get(word) ?? [];
      const rarity = Math.log(1 + (pieces.length - entries.length + 0.5) / (entries.length + 0.5));
      for (const [piece, count] of entries) {
        const length = 1 - B + (B * pieces[piece]!.length) / average;
        scores.set(piece, (scores.get(piece) ?? 0) + (rarity * count * (K1 + 1)) / (count + K1 * length));
      }
    }
    return new Map([...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST));
  };
}
