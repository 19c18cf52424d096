import type { Account } from "viem";

import type { Lot } from "./prepare.ts";
import { hashOf, type Work } from "./texts/work.ts";

const LOT = 15;

/**
 * Deals works to contributors in lots, in order. Some licences stand under several identifiers with the same text; nobody gets a text
 * twice, since the contract would refuse the second. Copies come last, each to somebody else; their review will reject them.
 * @throws Error when a text has more copies than there are contributors.
 */
export function dealOut(works: Work[], contributors: Account[]): Lot[] {
  const occurrence = new Map<string, Work[]>();
  for (const work of works) {
    const key = hashOf(work);
    occurrence.set(key, [...(occurrence.get(key) ?? []), work]);
  }
  const lots: Lot[] = [];
  const copies = new Map<number, Work[]>();
  const firsts = [...occurrence.values()];
  for (let at = 0; at < firsts.length; at += LOT) {
    const holder = lots.length % contributors.length;
    const dealt = firsts.slice(at, at + LOT);
    lots.push({ contributor: contributors[holder]!, works: dealt.map(([first]) => first!) });
    for (const [i, copy] of dealt.flatMap(([, ...rest]) => [...rest.entries()])) {
      if (i + 1 >= contributors.length) throw new Error(`"${copy.title}" stands under too many identifiers.`);
      const other = (holder + 1 + i) % contributors.length;
      copies.set(other, [...(copies.get(other) ?? []), copy]);
    }
  }
  return [...lots, ...[...copies].map(([holder, works]) => ({ contributor: contributors[holder]!, works }))];
}
