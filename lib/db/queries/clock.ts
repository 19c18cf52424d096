import type { Sql } from "../client.ts";

/** SQL for the newest chain time that any record carries, in unix seconds; 0 in an empty database. */
export const chainTimeSql = (sql: Sql) => sql`greatest(
  (select coalesce(max(served_at), 0) from gateway.receipt),
  (select coalesce(max(greatest(sealed_at, posted_at)), 0) from indexer.epoch),
  (select coalesce(max(greatest(committed_at, finalized_at)), 0) from indexer.contribution)
)::bigint`;

/** See chainTimeSql. */
export async function newestChainTime(sql: Sql): Promise<number> {
  const [row] = await sql<{ at: number }[]>`select ${chainTimeSql(sql)} as at`;
  return row?.at ?? 0;
}
