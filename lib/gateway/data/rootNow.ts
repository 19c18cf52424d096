import type { Hex } from "viem";
import { ledgerRoot } from "../../attribution/index.ts";
import type { Sql } from "../../db/client.ts";
import { ledgerToCome } from "../../db/ledgers.ts";

const KEPT_MS = 1_000;
const MOST_KEPT = 100;
const kept = new WeakMap<Sql, Map<string, { root: Promise<Hex>; until: number }>>();

/**
 * Root of the ledger that a model over these datanets would have, a second old at most: who watches a training asks again and again.
 * @throws NotReadyError as `ledgerToCome` does.
 */
export function rootNow(sql: Sql, datanets: readonly bigint[], now = Date.now()): Promise<Hex> {
  const roots = kept.get(sql) ?? new Map<string, { root: Promise<Hex>; until: number }>();
  kept.set(sql, roots);
  const key = datanets.join();
  const known = roots.get(key);
  if (known && now < known.until) return known.root;
  const root = ledgerToCome(sql, datanets).then(ledgerRoot);
  roots.delete(key);
  roots.set(key, { root, until: now + KEPT_MS });
  if (roots.size > MOST_KEPT) roots.delete(roots.keys().next().value!);
  return root;
}
