import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * Lets threads that answer requests go first where there are fewer cores than busy threads: lowers the priority of the thread that calls it,
 * for good. Linux alone has priorities by thread; elsewhere it does nothing.
 */
export function yieldToServing(): void {
  if (process.platform !== "linux") return;
  const [, , thread] = readlinkSync("/proc/thread-self").split("/");
  setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
}
