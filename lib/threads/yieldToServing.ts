import { constants, getPriority, setPriority } from "node:os";

const YIELDING = constants.priority.PRIORITY_BELOW_NORMAL;

/**
 * Lets threads that answer requests go first where there are fewer cores than busy threads: lowers the priority of the thread that calls it,
 * for good, unless it is as low already. Linux alone has priorities by thread; elsewhere it does nothing.
 */
export function yieldToServing(): void {
  if (process.platform !== "linux") return;
  try {
    if (getPriority() < YIELDING) setPriority(YIELDING);
  } catch {
    // A sandbox may forbid the call. It is an order of turns only: the work is done without it too.
  }
}
