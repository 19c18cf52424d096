import type { Hex } from "viem";
import type { Sql } from "../../db/client.ts";
import { ledgerToCome } from "../../db/ledgers.ts";
import { ledgerRootInTurns } from "../../threads/ledgerRootInTurns.ts";

const KEPT_MS = 1_000;
const MOST_KEPT = 100;

interface Kept {
  root: Promise<Hex>;
  until: number;
}
const kept = new WeakMap<Sql, Map<string, Kept>>();

/**
 * Root of the ledger that a model over these datanets would have, a second old at most, or as old as working it out takes: who watches a
 * training asks again and again.
 * @throws NotReadyError as `ledgerToCome` does.
 */
export function rootNow(sql: Sql, datanets: readonly bigint[], now = Date.now()): Promise<Hex> {
  const roots = kept.get(sql) ?? new Map<string, Kept>();
  kept.set(sql, roots);
  const key = datanets.join();
  const known = roots.get(key);
  if (known && now < known.until) return known.root;
  const root = ledgerToCome(sql, datanets).then(ledgerRootInTurns);
  // While it is worked out, whoever asks waits for it: on a busy machine each one more would hold up the others.
  const entry = { root, until: Number.POSITIVE_INFINITY };
  const settle = () => {
    entry.until = now + KEPT_MS;
  };
  root.then(settle, settle);
  roots.delete(key);
  roots.set(key, entry);
  if (roots.size > MOST_KEPT) roots.delete(roots.keys().next().value!);
  return root;
}
