import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "../../lib/db/client.ts";
import { isHeldBy, tryLock, unlock } from "../../lib/db/worker/locks.ts";

/** How often the lock is looked after while work runs, and how long the database may take to tell. */
const HEARTBEAT_MS = 1_000;
const PATIENCE_MS = 10_000;
const RETRY_MS = 250;

/**
 * Runs `work` while no other worker runs the same: an advisory lock of Postgres, which ends with the connection, so a killed worker
 * never holds it.
 * @param onLost called when that connection is gone while `work` still runs: another worker may run the same now, so this one must stop
 * at once.
 * @returns false at once when another worker has the lock.
 */
export async function exclusively(
  sql: Sql,
  name: string,
  work: () => Promise<boolean>,
  onLost: (name: string) => void,
): Promise<boolean> {
  const connection = await sql.reserve();
  const pid = await tryLock(connection, name).catch((error) => {
    connection.release();
    throw error;
  });
  if (pid === null) {
    connection.release();
    return false;
  }
  let isLost = false;
  let looking: Promise<void> | null = null;
  // One look at a time, shared: the last one must have its answer before the lock is given back, or it would call that a loss.
  const look = () => {
    looking ??= answersInTime(() => isHeldBy(sql, pid)).then((isHeld) => {
      isLost ||= !isHeld;
      looking = null;
    });
    return looking;
  };
  const heartbeat = setInterval(async () => {
    await look();
    if (!isLost) return;
    clearInterval(heartbeat);
    onLost(name);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await look();
    // A dead connection must not be used again, nor given back to the pool.
    if (!isLost) {
      await unlock(connection, name);
      connection.release();
    }
  }
}

/**
 * Asked over another connection: the driver cannot tell of one that is reserved whether it is dead. That other one may fail to open on a
 * busy machine, which says nothing about the first: it is asked again, as long as patience lasts.
 */
async function answersInTime(ask: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const until = performance.now() + PATIENCE_MS;
  const askOn = async (): Promise<boolean> => {
    while (performance.now() < until) {
      try {
        return await ask();
      } catch {
        await sleep(RETRY_MS);
      }
    }
    return false;
  };
  const answer = await Promise.race([askOn(), patience]);
  clearTimeout(timer);
  return answer;
}
