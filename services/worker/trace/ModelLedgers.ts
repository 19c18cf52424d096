import type { Hex } from "viem";
import { type AttributionIndex, buildIndex, ledgerRoot, wordsOf } from "../../../lib/attribution/index.ts";
import type { Sql } from "../../../lib/db/client.ts";
import { type LedgerItem, ledgerOf } from "../../../lib/db/ledgers.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import type { Log } from "../log.ts";

export interface ModelLedger {
  items: LedgerItem[];
  index: AttributionIndex;
  root: Hex;
}

/** Indices kept: the least recently used goes first. One holds about 13 bytes for each word of its ledger. */
const KEPT = 6;
/** Files read at a time. */
const READ_AHEAD = 32;

/** The ledgers of model versions, made searchable. A version never changes, so each is built once and kept while it is in use. */
export class ModelLedgers {
  readonly #kept = new Map<string, Promise<ModelLedger>>();
  readonly #sql: Sql;
  readonly #store: Store;
  readonly #log: Log;

  constructor(sql: Sql, store: Store, log: Log) {
    this.#sql = sql;
    this.#store = store;
    this.#log = log;
  }

  /** @throws as `ledgerOf` does, or when a text has left the store. A failure is not remembered. */
  async get(model: bigint, version: number): Promise<ModelLedger> {
    const key = `${model}@${version}`;
    const kept = this.#kept.get(key) ?? this.#build(model, version);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    try {
      return await kept;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }

  async #build(model: bigint, version: number): Promise<ModelLedger> {
    const items = await ledgerOf(this.#sql, model, version);
    const started = performance.now();
    const texts: string[] = [];
    for (let from = 0; from < items.length; from += READ_AHEAD) {
      const blobs = await Promise.all(items.slice(from, from + READ_AHEAD).map(({ cid }) => this.#store.get(cid)));
      texts.push(...blobs.map(decodeText));
    }
    const index = buildIndex(items.map(({ kind }, i) => ({ kind, text: texts[i]! })));
    const ms = Math.round(performance.now() - started);
    this.#log(`indexed model ${model} v${version}: ${items.length} contributions, ${wordsOf(index)} words, ${ms} ms`);
    return { items, index, root: ledgerRoot(items) };
  }
}
