import type { PgBoss } from "pg-boss";
import { openQueue } from "../../lib/queue/index.ts";
import { audit } from "./audit.ts";
import { openContext, type WorkerContext } from "./context.ts";
import { documents } from "./documents.ts";
import { intake } from "./intake.ts";
import { type Log, logFor, reasonOf } from "./log.ts";
import { probe } from "./probe.ts";
import { release } from "./release.ts";
import { review } from "./review.ts";
import { runJobs } from "./runJobs.ts";
import { settle } from "./settle.ts";
import { tracing } from "./trace.ts";
import { Trainer } from "./train/Trainer.ts";
import { train } from "./train.ts";

// The worker: everything that follows an event or an answer. Several may run: jobs that must not run twice hold a lock.

const log = logFor("worker");
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (!stop.signal.aborted) log("stops");
    stop.abort();
  });
}

try {
  await run();
} catch (error) {
  log(`cannot run: ${reasonOf(error)}`);
  process.exitCode = 1;
}
// Threads that index or measure may still be at it: they hold nothing that their end would lose.
process.exit();

async function run(): Promise<void> {
  const context = openContext();
  try {
    await work(context);
  } finally {
    await context.sql.end({ timeout: 5 });
  }
  log("stopped");
}

async function work(context: WorkerContext): Promise<void> {
  const traceLog = logFor("trace");

  const queue = await openQueue("consumer", (error) => traceLog(`queue: ${reasonOf(error)}`));
  try {
    await runAll(context, queue, traceLog);
  } finally {
    await queue.stop({ graceful: true, timeout: 5000 });
  }
}

async function runAll(context: WorkerContext, queue: PgBoss, traceLog: Log): Promise<void> {
  const trainer = new Trainer(context.sql, context.store, logFor("train"), stop.signal);
  const { consume, sweep } = tracing(context, trainer, traceLog);
  await consume(queue);
  log(`runs: gateway ${context.gateway.address}, ${context.validatorKeys.length} validators`);
  const jobs = {
    documents: { work: documents(context, logFor("documents")), everyMs: 1000 },
    intake: { work: intake(context, logFor("intake")), everyMs: 250 },
    review: { work: review(context, logFor("review")), everyMs: 250 },
    release: { work: release(context, trainer, logFor("release")), everyMs: 1000 },
    train: { work: train(context, trainer, logFor("train")), everyMs: 500 },
    sweep: { work: sweep, everyMs: 2000 },
    probe: { work: probe(context), everyMs: 60_000 },
    settle: { work: settle(context, logFor("settle")), everyMs: 1000 },
  };
  await Promise.all([runJobs(context, jobs, stop.signal), audit(log, stop.signal)]);
}
