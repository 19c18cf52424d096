import type { Address } from "viem";
import type { Sql } from "../client.ts";

export type ApiKey = {
  id: string;
  /** Lower case. */
  payer: string;
  /** Who asked for it: the payer or its session key; null for a contract. */
  signer: Address | null;
  label: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Adds a key unless its payer has `most` live ones already. @returns null when that is so */
export async function insertKey(
  sql: Sql,
  key: { payer: string; signer: Address | null; label: string; secretHash: string },
  most: number,
): Promise<{ id: string; createdAt: Date } | null> {
  return sql.begin(async (tx) => {
    // A payer's keys are made one after another: each sees how many there are.
    await tx`select pg_advisory_xact_lock(hashtextextended(${`openledger keys of ${key.payer}`}, 0))`;
    const [count] = await tx<{ keys: number }[]>`
      select count(*)::int as keys from gateway.api_key where payer = ${key.payer} and revoked_at is null`;
    if (count!.keys >= most) return null;
    const [row] = await tx<{ id: string; createdAt: Date }[]>`
      insert into gateway.api_key ${tx(key, "payer", "signer", "label", "secretHash")} returning id, created_at`;
    return row!;
  });
}

/** Null when nobody has such a key, or it was revoked. */
export async function keyBySecret(sql: Sql, secretHash: string): Promise<ApiKey | null> {
  const [row] = await sql<ApiKey[]>`
    select id, payer, signer, label, created_at, last_used_at from gateway.api_key
    where secret_hash = ${secretHash} and revoked_at is null`;
  return row ?? null;
}

/** Remembers that a key was used, to the minute: not one write for each request. */
export async function touchKey(sql: Sql, id: string): Promise<void> {
  await sql`
    update gateway.api_key set last_used_at = now()
    where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`;
}

export async function revokeKey(sql: Sql, id: string): Promise<void> {
  await sql`update gateway.api_key set revoked_at = now() where id = ${id} and revoked_at is null`;
}
