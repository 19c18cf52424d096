import type { Contribution, Tier } from "../../attribution/index.ts";
import type { IndexedEntry } from "../tierManifest.ts";

/** Words of a contribution; merges of ten and more leave the event loop's thread. */
const WORDS = 2000;
const VOCABULARY = 700;

/** The i-th contribution of a ledger that is the same in every process; every third repeats much of an older one. */
export function contributionOf(i: number): Contribution {
  const kind = i % 17 === 5 ? "commons" : i % 19 === 7 ? "void" : "paid";
  const words: string[] = [];
  const own = i % 3 === 0 ? i >> 1 : i;
  for (let k = 0; k < WORDS; k++)
    words.push(`w${(Math.imul((own + 1) * 7919 + k * 104_729, 0x9e3779b1) >>> 8) & 1023}`);
  words[WORDS - 1] = `only${i % VOCABULARY}`;
  return { kind, text: words.join(" ") };
}

export function entriesTo(count: number): IndexedEntry[] {
  return Array.from({ length: count }, (_, i) => ({ key: `contribution ${i}`, kind: contributionOf(i).kind }));
}

export async function textsOf(_: readonly IndexedEntry[], from: number, to: number): Promise<string[]> {
  return Array.from({ length: to - from }, (_, i) => contributionOf(from + i).text);
}

/** An answer made of pieces of many contributions. */
export function answerOver(count: number): string {
  const pieces = Array.from({ length: 25 }, (_, i) => {
    const words = contributionOf((i * 37) % count).text.split(" ");
    return words.slice(i * 40, i * 40 + 20).join(" ");
  });
  return pieces.join(" and ");
}

/** A tier in a form that two can be compared by. */
export const bytesOf = ({ buffer }: Tier) => Buffer.from(buffer).toString("base64");
