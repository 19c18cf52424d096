import type { Sql } from "../client.ts";

export type StoredVoucher = {
  /** Wei, cumulative. */
  spendLimit: bigint;
  signature: string;
  /** Wei the escrow had drawn when it came. */
  drawn: bigint;
};

export async function voucherOf(sql: Sql, payer: string): Promise<StoredVoucher | null> {
  const [row] = await sql<StoredVoucher[]>`
    select spend_limit, signature, drawn from gateway.voucher where payer = ${payer}`;
  return row ?? null;
}

/** Keeps a voucher unless one with a limit as high is there. @returns whether it was kept */
export async function raiseVoucher(
  sql: Sql,
  voucher: { payer: string; limit: bigint; signature: string; drawn: bigint },
): Promise<boolean> {
  const rows = await sql`
    insert into gateway.voucher (payer, spend_limit, signature, drawn)
    values (${voucher.payer}, ${String(voucher.limit)}, ${voucher.signature}, ${String(voucher.drawn)})
    on conflict (payer) do update
      set spend_limit = excluded.spend_limit, signature = excluded.signature, drawn = excluded.drawn, updated_at = now()
      where voucher.spend_limit < excluded.spend_limit
    returning payer`;
  return rows.length > 0;
}
