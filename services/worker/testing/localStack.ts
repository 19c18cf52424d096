import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inject, vi } from "vitest";
import { connect, type Sql } from "../../../lib/db/client.ts";
import { startAnvil } from "../../../scripts/chain/testing/startAnvil.ts";
import { freePort } from "../../../scripts/stack/freePort.ts";

/** A real database and, if asked for, a real chain, for tests of what the worker does with them. */
export interface LocalStack {
  sql: Sql;
  /** For processes of their own. */
  databaseUrl: string;
  rpcUrl: string;
  /** Where files may be put; removed at the end. */
  directory: string;
  stop(): Promise<void>;
}

export async function startLocalStack({ chain }: { chain: boolean }): Promise<LocalStack> {
  const [databaseUrl, anvil] = await Promise.all([askForDatabase(), chain ? startAnvil() : undefined]);
  const rpcUrl = anvil?.rpcUrl ?? `http://127.0.0.1:${await freePort()}`;
  const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-worker-"));
  vi.stubEnv("RPC_URL", rpcUrl);
  vi.stubEnv("DEPLOYMENT_FILE", path.join(directory, "deployment.json"));
  const sql = connect(databaseUrl);
  const stop = async () => {
    await sql.end();
    await anvil?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { sql, databaseUrl, rpcUrl, directory, stop };
}

async function askForDatabase(): Promise<string> {
  const response = await fetch(inject("databases"), { method: "POST" });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
