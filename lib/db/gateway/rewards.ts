import type { Hex } from "viem";
import type { Sql } from "../client.ts";

export type Activity = {
  /** Payouts of any kind, ever. */
  payouts: number;
  /** Contributions of the account, and how many of them were accepted. */
  contributions: number;
  accepted: number;
};

/** What an account has done that could earn. */
export async function activityOf(sql: Sql, account: string, payee: Hex): Promise<Activity> {
  const [row] = await sql<Activity[]>`
    select
      (select count(*)::int from worker.payout where payee = ${payee.toLowerCase()} and amount > 0) as payouts,
      (select count(*)::int from indexer.contribution where contributor = ${account.toLowerCase()}) as contributions,
      (select count(*)::int from indexer.contribution
        where contributor = ${account.toLowerCase()} and status = 'accepted') as accepted`;
  return row!;
}
