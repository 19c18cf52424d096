import type { Hex } from "viem";
import { ledgerRoot } from "../../../lib/attribution/index.ts";
import type { Sql } from "../../../lib/db/client.ts";
import { type LedgerItem, ledgerOf } from "../../../lib/db/ledgers.ts";
import { type Classifier, decodeClassifier } from "../../../lib/influence/index.ts";
import type { ClassifierPart } from "../../../lib/storage/documentSchemas.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import type { Log } from "../log.ts";
import type { Trainer } from "../train/Trainer.ts";

export interface ModelClassifier {
  items: LedgerItem[];
  root: Hex;
  /** keccak256 of the weights that the model's document names. */
  weights: Hex;
  /** Null when training on the ledger does not give those weights: what they say owes nobody anything. */
  classifier: Classifier | null;
}

/** Classifiers kept: the least recently used goes first. */
const KEPT = 6;

/**
 * The weights of model versions, trained again by this worker: their owner could have published others, which credit whom he likes. A
 * version never changes, so each is looked at once and kept while it is in use.
 */
export class ModelClassifiers {
  readonly #kept = new Map<string, Promise<ModelClassifier>>();
  readonly #sql: Sql;
  readonly #store: Store;
  readonly #trainer: Trainer;
  readonly #log: Log;

  constructor(sql: Sql, store: Store, trainer: Trainer, log: Log) {
    this.#sql = sql;
    this.#store = store;
    this.#trainer = trainer;
    this.#log = log;
  }

  /** @throws as `ledgerOf` and `Trainer.train` do. A failure is not remembered. */
  get(model: bigint, version: number, published: ClassifierPart): Promise<ModelClassifier> {
    const key = `${model}@${version}`;
    const kept = this.#kept.get(key) ?? this.#read(model, version, published);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    kept.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept;
  }

  async #read(model: bigint, version: number, { weights, ...spec }: ClassifierPart): Promise<ModelClassifier> {
    const items = await ledgerOf(this.#sql, model, version);
    const outcome = await this.#trainer.train(items, spec);
    const isTheirs = outcome.state === "done" && outcome.weights.keccak === weights.keccak;
    if (!isTheirs) {
      const found = outcome.state === "done" ? outcome.weights.keccak : outcome.problem;
      this.#log(`model ${model} v${version} has other weights than training gives: ${weights.keccak}, not ${found}`);
    }
    return {
      items,
      root: ledgerRoot(items),
      weights: weights.keccak,
      classifier: isTheirs ? decodeClassifier(await this.#store.get(outcome.weights.cid)) : null,
    };
  }
}
