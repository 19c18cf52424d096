import type { Job, PgBoss } from "pg-boss";
import { NotReadyError } from "../../lib/db/ledgers.ts";
import { overdueReceipts } from "../../lib/db/worker/traces.ts";
import { TRACE, type TraceJob } from "../../lib/queue/index.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";
import { attributor, modelDocuments } from "./trace/attributor.ts";
import { ModelClassifiers } from "./trace/ModelClassifiers.ts";
import { ModelLedgers } from "./trace/ModelLedgers.ts";
import { traceReceipt } from "./trace/traceReceipt.ts";
import type { Trainer } from "./train/Trainer.ts";

const BATCH = 20;
/** A receipt that waits longer has no job: its gateway or its worker died. */
const OVERDUE_SECONDS = 3;
const MAX_SWEPT = 500;
/** How long a receipt that failed is left to the queue. */
const REST_MS = 30_000;
/** The same when something was not there yet that comes soon, such as a classifier in training. */
const SHORT_REST_MS = 3_000;

export interface Tracing {
  /** Takes receipts from the queue, a moment after their answer. A failed one goes back and is tried again at growing intervals. */
  consume(queue: PgBoss): Promise<void>;
  /** Takes the receipts that the queue has missed. */
  sweep(): Promise<boolean>;
}

/** Attributes answers. Each receipt is written once, whoever comes to it first. */
export function tracing(context: WorkerContext, trainer: Trainer, log: Log): Tracing {
  const { sql, store } = context;
  const ledgers = new ModelLedgers(sql, context.tracing, log);
  const classifiers = new ModelClassifiers(sql, store, trainer, log);
  const attribute = attributor(context, modelDocuments(context), ledgers, classifiers);
  /** Until when they rest. */
  const failed = new Map<string, number>();

  const trace = async (receipt: string, onFailure?: (reason: string) => Promise<void>): Promise<number> => {
    try {
      const traced = await traceReceipt(context, attribute, receipt);
      failed.delete(receipt);
      return traced ? 1 : 0;
    } catch (error) {
      if (!failed.has(receipt)) log(`receipt ${receipt.slice(0, 10)}… failed, tries again: ${reasonOf(error)}`);
      failed.set(receipt, Date.now() + (error instanceof NotReadyError ? SHORT_REST_MS : REST_MS));
      await onFailure?.(reasonOf(error));
      return 0;
    }
  };

  const consume = async (queue: PgBoss): Promise<void> => {
    let worker = "";
    const run = async (jobs: Job<TraceJob>[]) => {
      let traced = 0;
      for (const { id, data } of jobs) {
        traced += await trace(data.receipt, (message) => queue.fail(TRACE, id, { message }).then(() => {}));
      }
      if (traced > 0) log(`attributed ${traced} answers`);
      // A full batch means more may wait: do not sleep before the next.
      if (jobs.length === BATCH) queue.notifyWorker(worker);
    };
    worker = await queue.work<TraceJob>(TRACE, { batchSize: BATCH, pollingIntervalSeconds: 0.5 }, run);
  };

  const sweep = async (): Promise<boolean> => {
    let traced = 0;
    for (const receipt of await overdueReceipts(context.sql, OVERDUE_SECONDS, MAX_SWEPT)) {
      if (Date.now() > (failed.get(receipt) ?? 0)) traced += await trace(receipt);
    }
    if (traced > 0) log(`attributed ${traced} answers that had no job`);
    return false;
  };

  return { consume, sweep };
}
