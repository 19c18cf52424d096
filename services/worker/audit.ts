import { Worker } from "node:worker_threads";
import { type Log, reasonOf } from "./log.ts";

/** Watches and judges epochs in a thread of its own until the signal aborts. A worker that cannot do so any more ends. */
export function audit(log: Log, signal: AbortSignal): Promise<void> {
  const thread = new Worker(new URL("./auditThread.ts", import.meta.url));
  signal.addEventListener("abort", () => thread.postMessage("stop"), { once: true });
  thread.once("error", (error) => {
    log(`ends: its auditing thread failed: ${reasonOf(error)}`);
    process.exit(1);
  });
  return new Promise((resolve) => {
    thread.once("exit", (code) => {
      // It has said why.
      if (code !== 0) process.exit(1);
      resolve();
    });
  });
}
