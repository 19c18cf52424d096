import { setTimeout as sleep } from "node:timers/promises";
import { type Log, reasonOf } from "./log.ts";

const LONGEST_WAIT_MS = 15_000;

/**
 * Runs `work` until the signal aborts: at once again while it returns true (there is more), else every `intervalMs`. An error is
 * logged once until it changes, and retried at growing intervals; it never ends the job, nor another one.
 */
export async function poll(
  work: () => Promise<boolean>,
  intervalMs: number,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  let lastReason = "";
  while (!signal.aborted) {
    let more = false;
    try {
      more = await work();
      if (failures > 0) log("works again");
      failures = 0;
      lastReason = "";
    } catch (error) {
      failures++;
      const reason = reasonOf(error);
      if (reason !== lastReason) log(`failed, tries again: ${reason}`);
      lastReason = reason;
    }
    if (more || signal.aborted) continue;
    const wait = Math.min(intervalMs * 2 ** Math.min(failures, 10), Math.max(LONGEST_WAIT_MS, intervalMs));
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}
