import type { Hex } from "viem";
import type { Sql } from "../client.ts";

/** Leaves of an epoch in tree order, sentinels included; empty when we do not have them. */
export async function leavesOf(sql: Sql, epoch: number): Promise<{ payee: Hex; amount: bigint }[]> {
  return sql<{ payee: Hex; amount: bigint }[]>`
    select payee, amount from worker.leaf where epoch = ${epoch} order by index`;
}

/** Cumulative entitlement of a payee in an epoch, in wei; null when it has no leaf. */
export async function leafAmount(sql: Sql, epoch: number, payee: Hex): Promise<bigint | null> {
  const [row] = await sql<{ amount: bigint }[]>`
    select amount from worker.leaf where epoch = ${epoch} and payee = ${payee.toLowerCase()}`;
  return row?.amount ?? null;
}

export type Earned = {
  /** Wei from answers in no posted epoch that stands. */
  accrued: bigint;
  /** Payouts of any kind, ever. */
  payouts: number;
  /** Contributions of the account, and how many of them were accepted. */
  contributions: number;
  accepted: number;
};

/** What an account has earned beyond the epochs that are posted. @param posted newest epoch whose leaves hold all before it */
export async function earnedBeyond(sql: Sql, account: string, payee: Hex, posted: number): Promise<Earned> {
  const [row] = await sql<Earned[]>`
    select
      (select coalesce(sum(p.amount), 0) from worker.payout p left join worker.epoch_receipt e on e.receipt = p.receipt
        where p.payee = ${payee.toLowerCase()} and (e.epoch is null or e.epoch > ${posted})) as accrued,
      (select count(*)::int from worker.payout where payee = ${payee.toLowerCase()} and amount > 0) as payouts,
      (select count(*)::int from indexer.contribution where contributor = ${account.toLowerCase()}) as contributions,
      (select count(*)::int from indexer.contribution
        where contributor = ${account.toLowerCase()} and status = 'accepted') as accepted`;
  return row!;
}
