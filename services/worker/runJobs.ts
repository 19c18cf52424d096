import type { WorkerContext } from "./context.ts";
import { exclusively } from "./exclusively.ts";
import { logFor } from "./log.ts";
import { poll } from "./poll.ts";

export interface JobToRun {
  /** Resolves to whether there may be more to do at once. */
  work: () => Promise<boolean>;
  everyMs: number;
}

/** Runs jobs until the signal aborts, each of them in one worker at a time. */
export async function runJobs(
  { sql }: Pick<WorkerContext, "sql">,
  jobs: Record<string, JobToRun>,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(
    Object.entries(jobs).map(([name, { work, everyMs }]) =>
      poll(() => exclusively(sql, name, work, lostLock), everyMs, logFor(name), signal),
    ),
  );
}

/** Nothing that has begun may go on beside another worker's: each step can be repeated, so ending in the middle does no harm. */
function lostLock(name: string): never {
  logFor("worker")(
    `ends: the database connection that kept other workers from "${name}" is gone; start the worker again`,
  );
  process.exit(1);
}
