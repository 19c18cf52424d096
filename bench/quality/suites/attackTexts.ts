import type { Piece } from "../texts/corpus.ts";
import type { Draw } from "../texts/draw.ts";

/**
 * The commonest runs of six words of the texts, one after the other: what a contributor would register who hopes that answers
 * will say it.
 */
export function padding(texts: readonly Piece[], runs: number): string[] {
  const counts = new Map<string, number>();
  for (const piece of texts) {
    for (let at = 0; at + 6 <= piece.length; at++) {
      const run = piece.slice(at, at + 6).join(" ");
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, runs)
    .flatMap(([run]) => run.split(" "));
}

/** Text of the domain written by a model of order three that learned from `texts`. */
export function generated(texts: readonly Piece[], length: number, draw: Draw): string[] {
  const followers = new Map<string, string[]>();
  for (const piece of texts) {
    for (let at = 0; at + 3 < piece.length; at++) {
      const context = piece.slice(at, at + 3).join(" ");
      const known = followers.get(context);
      if (known) known.push(piece[at + 3]!);
      else followers.set(context, [piece[at + 3]!]);
    }
  }
  const text: string[] = [];
  while (text.length < length) {
    const piece = draw.from(texts);
    const start = draw.runOf(piece, 3);
    let context = piece.slice(start, start + 3);
    text.push(...context);
    for (let i = 0; i < 200; i++) {
      const next = followers.get(context.join(" "));
      if (!next) break;
      context = [context[1]!, context[2]!, draw.from(next)];
      text.push(context[2]!);
    }
  }
  return text;
}

/** The piece with `part` of its words replaced by others of `texts`. */
export function nearCopy(piece: Piece, part: number, texts: readonly Piece[], draw: Draw): string[] {
  return piece.map((word) => (draw.chance(part) ? draw.word(texts) : word));
}

/** A piece cut into runs of `size` words, one every `stride`. */
export function cut(piece: Piece, size: number, stride = size): string[][] {
  const runs: string[][] = [];
  for (let at = 0; at < piece.length; at += stride) runs.push(piece.slice(at, at + size));
  return runs;
}
