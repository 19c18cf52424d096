import { setImmediate as breathe } from "node:timers/promises";
import type { Hex } from "viem";
import { entryLeaf, type LedgerEntry, ledgerRoot, levelAbove } from "../attribution/index.ts";

/** Hashes between two turns of the event loop, about 5 ms. An even number: pairs stay together. */
const STRIDE = 256;

/** As `ledgerRoot`, for threads that serve others meanwhile: a hundred thousand contributions take seconds. */
export async function ledgerRootInTurns(entries: readonly LedgerEntry[]): Promise<Hex> {
  let level: readonly Hex[] = await inTurns(entries, (some) => some.map(entryLeaf));
  while (level.length > 1) level = await inTurns(level, levelAbove);
  return level[0] ?? ledgerRoot([]);
}

async function inTurns<Item>(items: readonly Item[], work: (some: readonly Item[]) => Hex[]): Promise<Hex[]> {
  const done: Hex[] = [];
  for (let from = 0; from < items.length; from += STRIDE) {
    done.push(...work(items.slice(from, from + STRIDE)));
    await breathe();
  }
  return done;
}
