import type { Sql } from "../client.ts";
import type { Executor } from "../worker/executor.ts";
import { insertReceipt, type NewReceipt } from "./receipts.ts";

export interface Use {
  /** Wei: fees of all answers served, collected or not. */
  spent: bigint;
  /** Wei: the most that running requests can cost. */
  reserved: bigint;
}

/**
 * What a payer has used. @param drawn wei the escrow has drawn: the least that was spent, also for a payer not seen before or a database
 * that was restored from before the draw
 */
export async function accountUse(sql: Sql, payer: string, drawn: bigint): Promise<Use> {
  const [row] = await sql<Use[]>`
    select greatest((select spent from gateway.account where payer = ${payer}), ${String(drawn)}::numeric) as spent,
      (select coalesce(sum(amount), 0) from gateway.reservation where payer = ${payer} and expires_at > now()) as reserved`;
  return row!;
}

/**
 * Sets `amount` aside if spent + reserved + amount <= funds; the payer's row is locked meanwhile, so that requests that come at once,
 * to any process, cannot spend the same money.
 * @returns the reservation's id; null when the funds do not reach
 */
export async function reserve(
  sql: Sql,
  {
    payer,
    funds,
    drawn,
    amount,
    seconds,
  }: { payer: string; funds: bigint; drawn: bigint; amount: bigint; seconds: number },
): Promise<string | null> {
  return sql.begin(async (tx) => {
    // A row that exists is "updated": that locks it. Drawn is never more than spent, but after a restore from before the draw.
    const [account] = await tx<{ spent: bigint }[]>`
      insert into gateway.account as a (payer, spent) values (${payer}, ${String(drawn)})
      on conflict (payer) do update set spent = greatest(a.spent, excluded.spent) returning spent`;
    // A statement of its own: it sees what the holder of the lock before us has committed.
    const [reservation] = await tx<{ id: string }[]>`
      insert into gateway.reservation (payer, amount, expires_at)
      select ${payer}, ${String(amount)}::numeric, now() + ${seconds} * interval '1 second'
      where ${String(account!.spent)}::numeric + ${String(amount)}::numeric + (
        select coalesce(sum(amount), 0) from gateway.reservation where payer = ${payer} and expires_at > now()
      ) <= ${String(funds)}::numeric
      returning id`;
    await tx`delete from gateway.reservation where payer = ${payer} and expires_at <= now()`;
    return reservation?.id ?? null;
  });
}

/** Gives a reservation back: nothing was served. */
export async function release(sql: Executor, reservation: string): Promise<void> {
  await sql`delete from gateway.reservation where id = ${reservation}`;
}

/** Turns a reservation into a receipt and its fee into spent money: all of it or nothing. */
export async function charge(sql: Sql, reservation: string, receipt: NewReceipt): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update gateway.account set spent = spent + ${String(receipt.fee)}::numeric where payer = ${receipt.payer}`;
    await insertReceipt(tx, receipt);
    await release(tx, reservation);
  });
}
