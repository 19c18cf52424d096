import { openQueue } from "../../lib/queue/index.ts";
import { openContext } from "./context.ts";
import { documents } from "./documents.ts";
import { exclusively } from "./exclusively.ts";
import { intake } from "./intake.ts";
import { logFor, reasonOf } from "./log.ts";
import { poll } from "./poll.ts";
import { release } from "./release.ts";
import { review } from "./review.ts";
import { settle } from "./settle.ts";
import { tracing } from "./trace.ts";

// The worker: everything that follows an event or an answer. Several may run: jobs that must not run twice hold a lock.

const POLL_MS = { documents: 1000, intake: 250, review: 250, release: 1000, sweep: 2000, settle: 1000 };

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

async function run(): Promise<void> {
  const context = openContext();
  const { sql } = context;
  const alone = (name: string, work: () => Promise<boolean>) => () => exclusively(sql, name, work);
  const traceLog = logFor("trace");

  const queue = await openQueue("consumer", (error) => traceLog(`queue: ${reasonOf(error)}`));
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
  };
  const names = Object.keys(jobs) as (keyof typeof jobs)[];
  await Promise.all(names.map((name) => poll(alone(name, jobs[name]), POLL_MS[name], logFor(name), stop.signal)));
  await queue.stop({ graceful: true, timeout: 5000 });
  await sql.end({ timeout: 5 });
  log("stopped");
}
