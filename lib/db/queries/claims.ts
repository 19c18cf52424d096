import type { Sql } from "../client.ts";

export type PaidClaim = {
  epoch: bigint;
  /** Wei. */
  amount: bigint;
  at: number;
  tx: string;
};

/** What the chain has paid out to an address, newest first. */
export async function claimsOf(sql: Sql, address: string, limit = 50): Promise<PaidClaim[]> {
  const payee = `0x${address.slice(2).toLowerCase().padStart(64, "0")}`;
  return sql<PaidClaim[]>`
    select epoch, amount, at, tx from indexer.claim where payee = ${payee} order by at desc, id desc limit ${limit}`;
}
