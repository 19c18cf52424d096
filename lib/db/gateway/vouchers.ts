import type { Address, Hex } from "viem";
import type { Sql } from "../client.ts";

export type StoredVoucher = {
  /** Wei, cumulative. */
  spendLimit: bigint;
  signature: Hex;
  /** The payer, or its session key; null where who signed must be asked again. */
  signer: Address | null;
};

export async function voucherOf(sql: Sql, payer: string): Promise<StoredVoucher | null> {
  const [row] = await sql<StoredVoucher[]>`
    select spend_limit, signature, signer from gateway.voucher where payer = ${payer}`;
  return row ?? null;
}

/** Keeps a voucher unless one with a higher limit is there. Of two as high the later: it was checked last. */
export async function raiseVoucher(
  sql: Sql,
  voucher: { payer: string; limit: bigint; signature: Hex; signer: Address | null },
): Promise<void> {
  await sql`
    insert into gateway.voucher (payer, spend_limit, signature, signer)
    values (${voucher.payer}, ${String(voucher.limit)}, ${voucher.signature}, ${voucher.signer})
    on conflict (payer) do update
      set spend_limit = excluded.spend_limit, signature = excluded.signature, signer = excluded.signer, updated_at = now()
      where voucher.spend_limit <= excluded.spend_limit`;
}
