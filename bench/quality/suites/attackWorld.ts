import { attribute, type BitsTable, buildIndex, type ContributionKind } from "../../../lib/attribution/index.ts";
import type { Piece } from "../texts/corpus.ts";
import { createDraw, type Draw } from "../texts/draw.ts";

/** Whose a contribution is. */
export type Owner = "victim" | "other" | "attacker" | "nobody";

export interface Entry {
  words: Piece;
  owner: Owner;
  kind: ContributionKind;
}

/** A ledger before any attack, the texts around it, and answers that quote the victims. */
export interface World {
  ledger: Entry[];
  victims: Piece[];
  commons: Entry[];
  outside: readonly Piece[];
  answers: string[][];
  draw: Draw;
}

const VICTIMS = 60;
/** Words replaced in the answers. */
const NOISE = 0.05;

/** Part of the pool, 0 to 1. */
export type Payout = Record<Owner, number>;

export const entry = (words: Piece, owner: Owner, kind: ContributionKind = "paid"): Entry => ({ words, owner, kind });

export function createWorld(
  base: readonly Piece[],
  commons: readonly Piece[],
  outside: readonly Piece[],
  answers: number,
  seed: number,
): World {
  const draw = createDraw(seed);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(VICTIMS, base.length >> 1)) chosen.add(draw.below(base.length));
  const victims = [...chosen].map((index) => base[index]!);
  return {
    ledger: base.map((words, index) => entry(words, chosen.has(index) ? "victim" : "other")),
    victims,
    commons: commons.map((words) => entry(words, "nobody", "commons")),
    outside,
    answers: Array.from({ length: answers }, () => answerOf(victims, outside, draw)),
    draw,
  };
}

/** Runs of 60 to 139 words of one to three victims, each followed by a fifth of filler. */
function answerOf(victims: readonly Piece[], outside: readonly Piece[], draw: Draw): string[] {
  const answer: string[] = [];
  for (let left = 1 + draw.below(3); left > 0; left--) {
    const piece = draw.from(victims);
    const length = 60 + draw.below(80);
    const start = draw.runOf(piece, length);
    for (const word of piece.slice(start, start + length)) answer.push(draw.chance(NOISE) ? draw.word(outside) : word);
    for (let i = 0; i < length / 5; i++) answer.push(draw.word(outside));
  }
  return answer;
}

/** The mean over the answers of what each side is paid of the pool; what nobody is paid is the treasury's. */
export function payoutOf(ledger: readonly Entry[], answers: readonly (readonly string[])[], bits: BitsTable): Payout {
  const index = buildIndex(ledger.map(({ words, kind }) => ({ text: words.join(" "), kind })));
  const units: Record<Owner, bigint> = { victim: 0n, other: 0n, attacker: 0n, nobody: 0n };
  let all = 0n;
  for (const answer of answers) {
    const { shares, treasury, params } = attribute(index, answer.join(" "), bits);
    for (const { contribution, share } of shares) units[ledger[contribution]!.owner] += BigInt(share);
    units.nobody += BigInt(treasury);
    all += BigInt(params.scale);
  }
  const part = (owner: Owner) => Number((units[owner] * 10n ** 12n) / all) / 1e12;
  return { victim: part("victim"), other: part("other"), attacker: part("attacker"), nobody: part("nobody") };
}
