import type { Sql } from "../../lib/db/client.ts";

/**
 * Runs `work` while no other worker runs the same: an advisory lock of Postgres, which ends with the connection, so a killed worker
 * never holds it. @returns false at once when another worker has it.
 */
export async function exclusively(sql: Sql, name: string, work: () => Promise<boolean>): Promise<boolean> {
  const connection = await sql.reserve();
  try {
    const [row] = await connection<{ held: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${`openledger:${name}`}, 0)) as held`;
    if (!row?.held) return false;
    try {
      return await work();
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${`openledger:${name}`}, 0))`;
    }
  } finally {
    connection.release();
  }
}
