import { type Hex, keccak256 } from "viem";
import { ledgerRoot } from "../../../lib/attribution/index.ts";
import type { Sql } from "../../../lib/db/client.ts";
import type { LedgerItem } from "../../../lib/db/ledgers.ts";
import { saveOutcome, saveStage, type TrainingOutcome, trainingOutcome } from "../../../lib/db/worker/trainings.ts";
import { type ClassifierSpec, trainingId } from "../../../lib/influence/index.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import type { Log } from "../log.ts";
import { runTraining } from "./runTraining.ts";

/** Trains classifiers, one at a time and each only once: what came of a training is kept, since it can never come out otherwise. */
export class Trainer {
  readonly #sql: Sql;
  readonly #store: Store;
  readonly #log: Log;
  readonly #running = new Map<Hex, Promise<TrainingOutcome>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(sql: Sql, store: Store, log: Log) {
    this.#sql = sql;
    this.#store = store;
    this.#log = log;
  }

  /** The weights lie in the store when it is done. @throws Error when a text has left the store, or the thread died. */
  async train(items: readonly LedgerItem[], spec: ClassifierSpec): Promise<TrainingOutcome> {
    const root = ledgerRoot(items);
    const id = trainingId(root, spec);
    const known = this.#running.get(id) ?? (await trainingOutcome(this.#sql, id));
    if (known) return known;
    const running = this.#running.get(id) ?? this.#inTurn(() => this.#run(id, root, items, spec));
    this.#running.set(id, running);
    try {
      return await running;
    } finally {
      this.#running.delete(id);
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #run(id: Hex, root: Hex, items: readonly LedgerItem[], spec: ClassifierSpec): Promise<TrainingOutcome> {
    const started = performance.now();
    await saveStage(this.#sql, id, root, "reading the ledger");
    const ledger = [];
    for (const { id, contributor, title, cid } of items) {
      ledger.push({ id, contributor, title, text: decodeText(await this.#store.get(cid)) });
    }
    // Stages are told in order, and none after the end.
    let told: Promise<void> = Promise.resolve();
    const end = await runTraining(ledger, spec, (stage) => {
      told = told.then(() => saveStage(this.#sql, id, root, stage)).catch(() => {});
    });
    await told;
    const outcome: TrainingOutcome =
      end.kind === "failed" ? { state: "failed", problem: end.problem } : await this.#keep(end);
    await saveOutcome(this.#sql, id, outcome);
    const ms = Math.round(performance.now() - started);
    this.#log(`training ${id.slice(0, 10)}… ${outcome.state === "done" ? "done" : outcome.problem}, ${ms} ms`);
    return outcome;
  }

  async #keep({
    bytes,
    evaluation,
  }: {
    bytes: Uint8Array<ArrayBuffer>;
    evaluation: { labels: string[]; confusion: number[][] };
  }) {
    const { cid } = await this.#store.put(bytes);
    const weights = { cid, keccak: keccak256(bytes), bytes: bytes.length };
    return { state: "done" as const, weights, evaluation };
  }
}
