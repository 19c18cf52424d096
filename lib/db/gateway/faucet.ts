import type { Executor } from "../worker/executor.ts";

/** Serialises grants over all processes: they are sent from one account, whose transactions are numbered. Held until the transaction ends. */
export async function lockFaucet(tx: Executor): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('openledger faucet'))`;
}

/** Seconds since an address was given something; null when it never was. */
export async function secondsSinceGrant(tx: Executor, address: string): Promise<number | null> {
  const [row] = await tx<{ seconds: number }[]>`
    select floor(extract(epoch from now() - granted_at))::int as seconds
    from gateway.faucet_grant where address = ${address.toLowerCase()}`;
  return row?.seconds ?? null;
}

export async function noteGrant(tx: Executor, address: string): Promise<void> {
  await tx`
    insert into gateway.faucet_grant (address, granted_at) values (${address.toLowerCase()}, now())
    on conflict (address) do update set granted_at = excluded.granted_at`;
}
