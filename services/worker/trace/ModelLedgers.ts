import type { Sql } from "../../../lib/db/client.ts";
import { ledgerOf, type RootedLedger } from "../../../lib/db/ledgers.ts";
import type { Log } from "../log.ts";
import { TraceThread } from "./TraceThread.ts";
import type { Settings, Traced } from "./tracingThread.ts";

export interface ModelLedger extends RootedLedger {
  /** By `lona-1`, off this thread: the index is not here. What else a method needs it derives from the result and the items' texts. */
  attribute(answer: string): Promise<Traced>;
}

/** Ledgers whose items are kept: the least recently used goes first. */
const KEPT = 16;

/** The ledgers of model versions, made searchable. A version never changes, so each is opened once and kept while it is in use. */
export class ModelLedgers {
  readonly #kept = new Map<string, Promise<ModelLedger>>();
  readonly #sql: Sql;
  readonly #log: Log;
  readonly #thread: TraceThread;

  constructor(sql: Sql, settings: Settings, log: Log) {
    this.#sql = sql;
    this.#log = log;
    this.#thread = new TraceThread(settings, log, () => this.#kept.clear());
  }

  /** @throws as `ledgerOf` does, or when a text has left the store. A failure is not remembered. */
  async get(model: bigint, version: number): Promise<ModelLedger> {
    const key = `${model}@${version}`;
    const kept = this.#kept.get(key) ?? this.#open(model, version);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    try {
      return await kept;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  async #open(model: bigint, version: number): Promise<ModelLedger> {
    const items = await ledgerOf(this.#sql, model, version);
    const started = performance.now();
    const ledger = `model ${model} v${version}`;
    const { root, words } = await this.#thread.ask("open", {
      ledger,
      items: items.map(({ id, root, kind, cid }) => ({ id, root, kind, cid })),
    });
    const ms = Math.round(performance.now() - started);
    this.#log(`ledger of ${ledger}: ${items.length} contributions, index of ${words} words ready in ${ms} ms`);
    return {
      items,
      root,
      attribute: (answer) => this.#thread.ask("trace", { ledger, answer }),
    };
  }
}
