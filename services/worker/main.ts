import type { PgBoss } from "pg-boss";
import { openQueue } from "../../lib/queue/index.ts";
import { openContext, type WorkerContext } from "./context.ts";
import { documents } from "./documents.ts";
import { exclusively } from "./exclusively.ts";
import { intake } from "./intake.ts";
import { judge } from "./judge.ts";
import { type Log, logFor, reasonOf } from "./log.ts";
import { poll } from "./poll.ts";
import { release } from "./release.ts";
import { review } from "./review.ts";
import { settle } from "./settle.ts";
import { tracing } from "./trace.ts";
import { watch } from "./watch.ts";

// The worker: everything that follows an event or an answer. Several may run: jobs that must not run twice hold a lock.

const POLL_MS = {
  documents: 1000,
  intake: 250,
  review: 250,
  release: 1000,
  sweep: 2000,
  settle: 1000,
  watch: 2000,
  judge: 2000,
};

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

/** Nothing that has begun may go on beside another worker's: each step can be repeated, so ending in the middle does no harm. */
function lostLock(name: string): never {
  log(`ends: the database connection that kept other workers from "${name}" is gone; start the worker again`);
  process.exit(1);
}

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
    await runJobs(context, queue, traceLog);
  } finally {
    await queue.stop({ graceful: true, timeout: 5000 });
  }
}

async function runJobs(context: WorkerContext, queue: PgBoss, traceLog: Log): Promise<void> {
  const alone = (name: string, work: () => Promise<boolean>) => () => exclusively(context.sql, name, work, lostLock);
  const { consume, sweep } = tracing(context, traceLog);
  await consume(queue);
  log(`runs: gateway ${context.gateway.address}, ${context.validatorKeys.length} validators`);

  const jobs = {
    documents: documents(context, logFor("documents")),
    intake: intake(context, logFor("intake")),
    review: review(context, logFor("review")),
    release: release(context, logFor("release")),
    sweep,
    settle: settle(context, logFor("settle")),
    watch: watch(context, logFor("watch")),
    judge: judge(context, logFor("judge")),
  };
  const names = Object.keys(jobs) as (keyof typeof jobs)[];
  await Promise.all(names.map((name) => poll(alone(name, jobs[name]), POLL_MS[name], logFor(name), stop.signal)));
}
