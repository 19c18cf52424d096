import { naturalLog } from "./naturalLog.ts";

/** Inverse document frequency as BM25 has it, in nats, never negative: of `all`, `having` have the term. */
export function rarity(all: number, having: number): number {
  return naturalLog(1 + (all - having + 0.5) / (having + 0.5));
}
