import type { Piece } from "./corpus.ts";

/**
 * All places of words in the pieces: what the language model and the other methods count in. Written apart from the engine on
 * purpose.
 */
export interface Occurrences {
  pieces: number;
  words: number;
  vocabulary: number;
  /** Calls `visit` with the places of `query[start, start + n)` for n = 1, 2, … while there are any, up to `longest`. */
  walk(query: readonly string[], start: number, longest: number, visit: (n: number, places: Int32Array) => void): void;
  pieceAt(place: number): number;
  /** The word `ahead` places on, undefined beyond the piece. */
  wordAt(place: number, ahead: number): string | undefined;
}

const BORDER = 0;

export function indexOccurrences(pieces: readonly Piece[]): Occurrences {
  const numbers = new Map<string, number>();
  const names = [""];
  const total = pieces.reduce((sum, piece) => sum + piece.length + 1, 0);
  const text = new Int32Array(total);
  const holder = new Int32Array(total);
  const counts: number[] = [0];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    for (const word of piece) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = names.length;
        numbers.set(word, number);
        names.push(word);
        counts.push(0);
      }
      counts[number]!++;
      holder[at] = index;
      text[at++] = number;
    }
    holder[at++] = index;
  }
  const places = sortedByNext(text, counts);
  return {
    pieces: pieces.length,
    words: total - pieces.length,
    vocabulary: names.length - 1,
    walk(query, start, longest, visit) {
      let found = places[numbers.get(query[start]!) ?? BORDER]!;
      for (let n = 1; found.length > 0; n++) {
        visit(n, found);
        if (n === longest || start + n >= query.length) return;
        const next = numbers.get(query[start + n]!);
        if (next === undefined) return;
        if (n === 1) found = found.subarray(bound(text, found, next), bound(text, found, next + 1));
        else found = found.filter((place) => text[place + n] === next);
      }
    },
    pieceAt: (place) => holder[place]!,
    wordAt: (place, ahead) => names[text[place + ahead] ?? BORDER] || undefined,
  };
}

/** Places of each word by the word that follows, then by place: the places of a pair stand together. None for borders. */
function sortedByNext(text: Int32Array, counts: readonly number[]): Int32Array[] {
  const byPlace = counts.map((count, number) => new Int32Array(number === BORDER ? text.length : count));
  const filled = new Int32Array(counts.length);
  for (const [place, number] of text.entries()) byPlace[number]![filled[number]!++] = place;
  const sorted = counts.map((count) => new Int32Array(count));
  const taken = new Int32Array(counts.length);
  for (const [number, places] of byPlace.entries()) {
    for (const place of places.subarray(0, filled[number]!)) {
      const before = place === 0 ? BORDER : text[place - 1]!;
      if (before !== BORDER) sorted[before]![taken[before]!++] = place - 1;
    }
  }
  return sorted;
}

/** First index into `places` whose following word is at least `next`. */
function bound(text: Int32Array, places: Int32Array, next: number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (text[places[middle]! + 1]! < next) from = middle + 1;
    else to = middle;
  }
  return from;
}
