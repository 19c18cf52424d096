import type { Executor } from "./executor.ts";

/** Takes the lock of this name for a connection, until it unlocks or ends. @returns its process at the server; null if another has it */
export async function tryLock(connection: Executor, name: string): Promise<number | null> {
  const [row] = await connection<{ held: boolean; pid: number }[]>`
    select pg_try_advisory_lock(hashtextextended(${`openledger:${name}`}, 0)) as held, pg_backend_pid() as pid`;
  return row?.held ? row.pid : null;
}

export async function unlock(connection: Executor, name: string): Promise<void> {
  await connection`select pg_advisory_unlock(hashtextextended(${`openledger:${name}`}, 0))`;
}

/** Whether a server's process holds a lock still. */
export async function isHeldBy(sql: Executor, pid: number): Promise<boolean> {
  const rows = await sql`select 1 from pg_locks where locktype = 'advisory' and granted and pid = ${pid} limit 1`;
  return rows.length > 0;
}
