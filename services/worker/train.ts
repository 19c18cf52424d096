import { ledgerRoot } from "../../lib/attribution/index.ts";
import { ledgerToCome } from "../../lib/db/ledgers.ts";
import { type OpenTraining, openTrainings, saveOutcome, saveStage } from "../../lib/db/worker/trainings.ts";
import { trainingId } from "../../lib/influence/index.ts";
import { trainingSpec } from "../../lib/storage/documentSchemas.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";
import { TrainingTooLongError } from "./train/runTraining.ts";
import type { Trainer } from "./train/Trainer.ts";

const SUPERSEDED = "A datanet got a new version, or the commons a text, before the training began. Press Train again.";
const TOO_LONG = "It takes longer than five minutes. Give fewer labels or dimensions.";

/** Trains what was asked for in the dashboard or over the API, oldest first. One that cannot be finished holds up no other. */
export function train({ sql }: Pick<WorkerContext, "sql">, trainer: Pick<Trainer, "train">, log: Log) {
  const finish = async ({ id, datanets, spec }: OpenTraining): Promise<void> => {
    const items = await ledgerToCome(sql, datanets);
    const parsed = trainingSpec.parse(JSON.parse(spec));
    const root = ledgerRoot(items);
    const isCurrent = trainingId(root, parsed) === id;
    if (!isCurrent) await saveStage(sql, id, root, "reading the ledger");
    try {
      if (isCurrent) await trainer.train(items, parsed);
      else await saveOutcome(sql, id, { state: "failed", problem: SUPERSEDED });
    } catch (error) {
      if (!(error instanceof TrainingTooLongError)) throw error;
      await saveOutcome(sql, id, { state: "failed", problem: TOO_LONG });
    }
  };
  /** Why each that could not be finished waits: said once, not at every turn. */
  const reasons = new Map<string, string>();
  return async (): Promise<boolean> => {
    for (const training of await openTrainings(sql)) {
      try {
        await finish(training);
        reasons.delete(training.id);
      } catch (error) {
        const reason = reasonOf(error);
        if (reasons.get(training.id) !== reason) log(`${training.id.slice(0, 10)}… waits: ${reason}`);
        reasons.set(training.id, reason);
      }
    }
    return false;
  };
}
