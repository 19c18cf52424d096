import { parentPort } from "node:worker_threads";
import { yieldToServing } from "../../lib/threads/yieldToServing.ts";
import { VersionLedgers } from "../../lib/verify/index.ts";
import { openContext } from "./context.ts";
import { judge } from "./judge.ts";
import { logFor } from "./log.ts";
import { runJobs } from "./runJobs.ts";
import { trainInThread } from "./train/trainInThread.ts";
import { watch } from "./watch.ts";

// A thread for the jobs that redo epochs: they hash and index whole ledgers, which holds a thread for seconds. See `audit`.

yieldToServing();

const CONNECTIONS = 6;
const port = parentPort;
if (!port) throw new Error("auditThread.ts is started by the worker as a thread; it does nothing by itself.");
const stop = new AbortController();
port.once("message", () => stop.abort());

const context = openContext(CONNECTIONS);
const ledgers = new VersionLedgers(trainInThread);
const jobs = {
  watch: { work: watch(context, logFor("watch"), ledgers), everyMs: 2000 },
  judge: { work: judge(context, logFor("judge"), ledgers), everyMs: 2000 },
};
try {
  await runJobs(context, jobs, stop.signal);
} finally {
  await context.sql.end({ timeout: 5 });
}
