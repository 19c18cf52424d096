import { type Hex, keccak256 } from "viem";
import type { Sql } from "../../../lib/db/client.ts";
import type { RootedLedger } from "../../../lib/db/ledgers.ts";
import { saveOutcome, saveStage, type TrainingOutcome, trainingOutcome } from "../../../lib/db/worker/trainings.ts";
import { type ClassifierSpec, trainingId } from "../../../lib/influence/index.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import type { Store } from "../../../lib/storage/fileStore.ts";
import type { Log } from "../log.ts";
import { runTraining, TrainingDiedError, type TrainingEnd } from "./runTraining.ts";
import { Turns } from "./Turns.ts";

/** Times that a thread may die of a training. */
const MOST_DEATHS = 2;

/** Trains classifiers, one at a time and each only once: what came of a training is kept, since it can never come out otherwise. */
export class Trainer {
  readonly #sql: Sql;
  readonly #store: Store;
  readonly #log: Log;
  readonly #signal: AbortSignal | undefined;
  readonly #inThread: typeof runTraining;
  readonly #running = new Map<Hex, Promise<TrainingOutcome>>();
  readonly #turns = new Turns();

  /** @param signal ends what is being trained; it is trained again by the next worker */
  constructor(sql: Sql, store: Store, log: Log, signal?: AbortSignal, inThread = runTraining) {
    this.#sql = sql;
    this.#store = store;
    this.#log = log;
    this.#signal = signal;
    this.#inThread = inThread;
  }

  /**
   * Trains what somebody asked for. The weights lie in the store when it is done; what dies each time has failed.
   * @throws Error when a text has left the store, or the signal was aborted.
   */
  async train(ledger: RootedLedger, spec: ClassifierSpec): Promise<TrainingOutcome> {
    const id = trainingId(ledger.root, spec);
    const known = this.#running.has(id) ? null : await trainingOutcome(this.#sql, id);
    if (known) return known;
    try {
      return await this.#once(id, ledger, spec, false);
    } catch (error) {
      if (!(error instanceof TrainingDiedError)) throw error;
      const problem = `${error.message}, ${MOST_DEATHS} times: narrow the rules or take fewer dimensions`;
      const outcome = { state: "failed" as const, problem };
      await saveOutcome(this.#sql, id, outcome);
      return outcome;
    }
  }

  /** The weights that a training gave; null when it is still to be done. */
  async done({ root }: RootedLedger, spec: ClassifierSpec): Promise<TrainingOutcome | null> {
    const outcome = await trainingOutcome(this.#sql, trainingId(root, spec));
    return outcome?.state === "done" ? outcome : null;
  }

  /**
   * Trains before what others asked for, also what failed before: that may have been the machine's doing, and money hangs on this.
   * @throws as `train`, and TrainingDiedError
   */
  trainNext(ledger: RootedLedger, spec: ClassifierSpec): Promise<TrainingOutcome> {
    return this.#once(trainingId(ledger.root, spec), ledger, spec, true);
  }

  #once(id: Hex, ledger: RootedLedger, spec: ClassifierSpec, isUrgent: boolean): Promise<TrainingOutcome> {
    const running =
      this.#running.get(id) ??
      this.#turns.take(() => this.#run(id, ledger, spec), isUrgent).finally(() => this.#running.delete(id));
    this.#running.set(id, running);
    return running;
  }

  async #run(id: Hex, { items, root }: RootedLedger, spec: ClassifierSpec): Promise<TrainingOutcome> {
    this.#signal?.throwIfAborted();
    const started = performance.now();
    await saveStage(this.#sql, id, root, "reading the ledger");
    const texts = [];
    for (const { id, contributor, title, cid } of items) {
      texts.push({ id, contributor, title, text: decodeText(await this.#store.get(cid)) });
    }
    // Stages are told in order, and none after the end.
    let told: Promise<void> = Promise.resolve();
    const end = await this.#tryAgain(texts, spec, (stage) => {
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

  async #tryAgain(...[texts, spec, onStage]: Parameters<typeof runTraining>): Promise<TrainingEnd> {
    for (let deaths = 1; ; deaths++) {
      try {
        return await this.#inThread(texts, spec, onStage, { signal: this.#signal });
      } catch (error) {
        if (!(error instanceof TrainingDiedError) || deaths === MOST_DEATHS) throw error;
        this.#log(`${error.message}; tries again`);
      }
    }
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
