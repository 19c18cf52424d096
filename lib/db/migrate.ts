import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Sql } from "./client.ts";

const directory = path.join(import.meta.dirname, "migrations");

/** Applies each migration file once, in name order, each in its own transaction. Safe to run from several processes. */
export async function migrate(sql: Sql): Promise<string[]> {
  const applied: string[] = [];
  await sql`create table if not exists public.migration (name text primary key, at timestamptz not null default now())`;
  for (const name of readdirSync(directory).sort()) {
    await sql.begin(async (tx) => {
      await tx`lock table public.migration`;
      const [known] = await tx`select 1 from public.migration where name = ${name}`;
      if (known) return;
      await tx.unsafe(readFileSync(path.join(directory, name), "utf8"));
      await tx`insert into public.migration (name) values (${name})`;
      applied.push(name);
    });
  }
  return applied;
}
