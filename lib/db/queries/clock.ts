import type { Sql } from "../client.ts";

/** Unix seconds: the newest chain time that any record carries; 0 in an empty database. */
export async function newestChainTime(sql: Sql): Promise<number> {
  const [row] = await sql<{ at: number }[]>`
    select greatest(
      (select coalesce(max(served_at), 0) from gateway.receipt),
      (select coalesce(max(greatest(sealed_at, posted_at)), 0) from indexer.epoch),
      (select coalesce(max(greatest(committed_at, finalized_at)), 0) from indexer.contribution)
    )::bigint as at`;
  return row?.at ?? 0;
}
