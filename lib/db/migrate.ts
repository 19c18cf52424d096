import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Sql } from "./client.ts";
import type { Executor } from "./worker/executor.ts";

const directory = path.join(import.meta.dirname, "migrations");

/**
 * Applies each migration file once, in name order, each in its own transaction. Safe to run from several processes: whoever comes second
 * waits, also where the first still makes the table of what is applied.
 */
export async function migrate(sql: Sql): Promise<string[]> {
  const applied: string[] = [];
  await sql.begin(async (tx) => {
    await alone(tx);
    await tx`create table if not exists public.migration (name text primary key, at timestamptz not null default now())`;
  });
  for (const name of readdirSync(directory).sort()) {
    await sql.begin(async (tx) => {
      await alone(tx);
      const [known] = await tx`select 1 from public.migration where name = ${name}`;
      if (known) return;
      await tx.unsafe(readFileSync(path.join(directory, name), "utf8"));
      await tx`insert into public.migration (name) values (${name})`;
      applied.push(name);
    });
  }
  return applied;
}

/** Until the transaction ends. */
async function alone(tx: Executor): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('openledger:migrate', 0))`;
}
