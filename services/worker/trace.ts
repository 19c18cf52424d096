import type { Job, PgBoss } from "pg-boss";
import { overdueReceipts } from "../../lib/db/worker/traces.ts";
import { sendTrace, TRACE, type TraceJob } from "../../lib/queue/index.ts";
import type { WorkerContext } from "./context.ts";
import { type Log, reasonOf } from "./log.ts";
import { ModelLedgers } from "./trace/ModelLedgers.ts";
import { traceReceipt } from "./trace/traceReceipt.ts";

const BATCH = 20;
/** A receipt without a job after this time was written by a gateway that died before it could queue one. */
const OVERDUE_SECONDS = 3;
const MAX_SWEPT = 500;

/** Consumes the `trace` queue. A failed job goes back to the queue, which tries again at growing intervals. */
export async function consumeTraces(context: WorkerContext, queue: PgBoss, log: Log): Promise<void> {
  const ledgers = new ModelLedgers(context.sql, context.store, log);
  let worker = "";

  const runJob = async (job: Job<TraceJob>): Promise<boolean> => {
    try {
      return await traceReceipt(context, ledgers, job.data.receipt);
    } catch (error) {
      log(`receipt ${job.data.receipt.slice(0, 10)}… failed, tries again: ${reasonOf(error)}`);
      await queue.fail(TRACE, job.id, { message: reasonOf(error) });
      return false;
    }
  };

  worker = await queue.work<TraceJob>(TRACE, { batchSize: BATCH, pollingIntervalSeconds: 0.5 }, async (jobs) => {
    let traced = 0;
    for (const job of jobs) if (await runJob(job)) traced++;
    if (traced > 0) log(`attributed ${traced} answers`);
    // A full batch means more may wait: do not sleep before the next.
    if (jobs.length === BATCH) queue.notifyWorker(worker);
  });
}

/** Queues receipts that have neither attribution nor a job. */
export function sweepTraces({ sql }: WorkerContext, queue: PgBoss): () => Promise<boolean> {
  return async () => {
    for (const receipt of await overdueReceipts(sql, OVERDUE_SECONDS, MAX_SWEPT)) await sendTrace(queue, receipt);
    return false;
  };
}
