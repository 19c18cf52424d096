import { ledgerRoot } from "../../lib/attribution/index.ts";
import { ledgerToCome } from "../../lib/db/ledgers.ts";
import { openTrainings, saveOutcome, saveStage } from "../../lib/db/worker/trainings.ts";
import { trainingId } from "../../lib/influence/index.ts";
import { trainingSpec } from "../../lib/storage/documentSchemas.ts";
import type { WorkerContext } from "./context.ts";
import type { Trainer } from "./train/Trainer.ts";

const SUPERSEDED = "A datanet got a new version, or the commons a text, before the training began. Press Train again";

/** Trains what was asked for in the dashboard or over the API, oldest first. */
export function train({ sql }: WorkerContext, trainer: Trainer): () => Promise<boolean> {
  return async () => {
    for (const { id, datanets, spec } of await openTrainings(sql)) {
      const items = await ledgerToCome(sql, datanets);
      const parsed = trainingSpec.parse(JSON.parse(spec));
      const root = ledgerRoot(items);
      if (trainingId(root, parsed) === id) {
        await trainer.train(items, parsed);
        continue;
      }
      await saveStage(sql, id, root, "reading the ledger");
      await saveOutcome(sql, id, { state: "failed", problem: SUPERSEDED });
    }
    return false;
  };
}
