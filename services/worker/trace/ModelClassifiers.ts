import type { Hex } from "viem";
import type { Sql } from "../../../lib/db/client.ts";
import { ledgerOf, NotReadyError, type RootedLedger } from "../../../lib/db/ledgers.ts";
import type { TrainingOutcome } from "../../../lib/db/worker/trainings.ts";
import { type Classifier, decodeClassifier } from "../../../lib/influence/index.ts";
import type { ClassifierPart } from "../../../lib/storage/documentSchemas.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import { ledgerRootInTurns } from "../../../lib/threads/ledgerRootInTurns.ts";
import { type Log, reasonOf } from "../log.ts";
import { TrainingDiedError } from "../train/runTraining.ts";
import type { Trainer } from "../train/Trainer.ts";

export interface ModelClassifier extends RootedLedger {
  /** keccak256 of the weights that the model's document names. */
  weights: Hex;
  /** Null when training on the ledger does not give those weights: what they say owes nobody anything. */
  classifier: Classifier | null;
}

/** Classifiers kept: the least recently used goes first. */
const KEPT = 6;
/** How long a training that broke off is left alone, ms. */
const REST_MS = 2_000;
const REST_OF_THE_DEAD_MS = 600_000;

/**
 * The weights of model versions, trained again by this worker: their owner could have published others, which credit whom he likes. A
 * version never changes, so each is looked at once and kept while it is in use.
 */
export class ModelClassifiers {
  readonly #kept = new Map<string, Promise<ModelClassifier>>();
  /** Versions that are being trained, or rest: until when, by this clock. */
  readonly #away = new Map<string, number>();
  readonly #sql: Sql;
  readonly #store: Store;
  readonly #trainer: Pick<Trainer, "done" | "trainNext">;
  readonly #log: Log;

  constructor(sql: Sql, store: Store, trainer: Pick<Trainer, "done" | "trainNext">, log: Log) {
    this.#sql = sql;
    this.#store = store;
    this.#trainer = trainer;
    this.#log = log;
  }

  /**
   * @throws as `ledgerOf` does, and NotReadyError while it is being trained: other models' receipts need not wait for that. A failure
   * is not remembered.
   */
  get(model: bigint, version: number, published: ClassifierPart): Promise<ModelClassifier> {
    const key = `${model}@${version}`;
    const kept = this.#kept.get(key) ?? this.#read(key, model, version, published);
    this.#keep(key, kept);
    kept.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept;
  }

  #keep(key: string, classifier: Promise<ModelClassifier>) {
    this.#kept.delete(key);
    this.#kept.set(key, classifier);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }

  async #read(key: string, model: bigint, version: number, published: ClassifierPart): Promise<ModelClassifier> {
    const away = () => new NotReadyError(`Model ${model} v${version}: its classifier is being trained.`);
    if (Date.now() < (this.#away.get(key) ?? 0)) throw away();
    const { weights, ...spec } = published;
    const items = await ledgerOf(this.#sql, model, version);
    const ledger = { items, root: await ledgerRootInTurns(items) };
    const judge = (outcome: TrainingOutcome) =>
      this.#judge(`model ${model} v${version}`, ledger, weights.keccak, outcome);
    const done = await this.#trainer.done(ledger, spec);
    if (done) return judge(done);
    this.#away.set(key, Number.POSITIVE_INFINITY);
    this.#trainer
      .trainNext(ledger, spec)
      .then(judge)
      .then((classifier) => {
        this.#keep(key, Promise.resolve(classifier));
        this.#away.delete(key);
      })
      .catch((error: unknown) => {
        this.#log(`model ${model} v${version} could not be trained: ${reasonOf(error)}`);
        this.#away.set(key, Date.now() + (error instanceof TrainingDiedError ? REST_OF_THE_DEAD_MS : REST_MS));
      });
    throw away();
  }

  async #judge(what: string, ledger: RootedLedger, weights: Hex, outcome: TrainingOutcome): Promise<ModelClassifier> {
    const isTheirs = outcome.state === "done" && outcome.weights.keccak === weights;
    if (!isTheirs) {
      const found = outcome.state === "done" ? outcome.weights.keccak : outcome.problem;
      this.#log(`${what} has other weights than training gives: ${weights}, not ${found}`);
    }
    return {
      ...ledger,
      weights,
      classifier: isTheirs ? decodeClassifier(await this.#store.get(outcome.weights.cid)) : null,
    };
  }
}
