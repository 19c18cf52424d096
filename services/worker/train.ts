import type { Hex } from "viem";
import { ledgerToCome } from "../../lib/db/ledgers.ts";
import { type OpenTraining, openTrainings, saveOutcome, saveStage } from "../../lib/db/worker/trainings.ts";
import { trainingId } from "../../lib/influence/index.ts";
import { trainingSpec } from "../../lib/storage/documentSchemas.ts";
import { ledgerRootInTurns } from "../../lib/threads/ledgerRootInTurns.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";
import type { Trainer } from "./train/Trainer.ts";

const SUPERSEDED = "A datanet got a new version, or the commons a text, before the training began. Press Train again";

/** How long an order that could not begin, or broke off, is left alone. */
const REST_MS = 5_000;

/** Trains what was asked for in the dashboard or over the API, oldest first. One order's trouble is not the others'. */
export function train(
  { sql }: Pick<WorkerContext, "sql">,
  trainer: Pick<Trainer, "train">,
  log: Log,
): () => Promise<boolean> {
  const resting = new Map<Hex, { until: number; reason: string }>();

  const trainOrder = async ({ id, datanets, spec }: OpenTraining) => {
    const items = await ledgerToCome(sql, datanets);
    const parsed = trainingSpec.parse(JSON.parse(spec));
    const root = await ledgerRootInTurns(items);
    if (trainingId(root, parsed) === id) {
      await trainer.train({ items, root }, parsed);
      return;
    }
    await saveStage(sql, id, root, "reading the ledger");
    await saveOutcome(sql, id, { state: "failed", problem: SUPERSEDED });
  };

  return async () => {
    const now = Date.now();
    const left = [...resting].filter(([, { until }]) => now < until).map(([id]) => id);
    for (const order of await openTrainings(sql, left)) {
      try {
        await trainOrder(order);
        resting.delete(order.id);
      } catch (error) {
        const reason = reasonOf(error);
        if (resting.get(order.id)?.reason !== reason) log(`training ${order.id.slice(0, 10)}… waits: ${reason}`);
        resting.set(order.id, { until: Date.now() + REST_MS, reason });
      }
    }
    return false;
  };
}
