import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { connect, type Sql } from "../../../lib/db/client.ts";
import { foundryBinary } from "../../../scripts/stack/foundry.ts";
import { freePort } from "../../../scripts/stack/freePort.ts";
import { portsAt } from "../../../scripts/stack/ports.ts";
import { databaseUrl, startPostgres } from "../../../scripts/stack/postgres.ts";
import { Processes } from "../../../scripts/stack/processes.ts";
import { makeProgress } from "../../../scripts/stack/progress.ts";
import { until } from "../../../scripts/stack/ready.ts";
import { createIndexerTables } from "./indexerTables.ts";

/** A real database and, if asked for, a real chain on free ports, for tests of what the worker does with them. */
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
  const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-worker-"));
  const processes = new Processes(path.join(directory, "logs"), () => {}, console.error);
  const stop = async () => {
    await processes.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const started = await start(directory, processes, chain);
    const { sql } = started;
    return { ...started, directory, stop: () => sql.end().finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(directory: string, processes: Processes, chain: boolean) {
  const ports = { ...portsAt(0), postgres: await freePort(), chain: await freePort() };
  const rpcUrl = `http://127.0.0.1:${ports.chain}`;
  // The database's own account must be able to enter.
  const options = { data: directory, once: false, fresh: false, dev: false, seed: false, portOffset: 0 };
  const progress = makeProgress(() => {});
  await startPostgres({ root: "", options, ports, rpcUrl, appUrl: "", env: {}, progress, processes });
  if (chain) {
    const args = ["--silent", "--host", "127.0.0.1", "--port", String(ports.chain)];
    processes.start("chain", { file: foundryBinary("anvil"), args, cwd: directory, env: {} });
    await until("The chain", () => fetch(rpcUrl, { method: "POST", body: "{}" }));
  }
  vi.stubEnv("RPC_URL", rpcUrl);
  vi.stubEnv("DEPLOYMENT_FILE", path.join(directory, "deployment.json"));
  const url = databaseUrl(ports.postgres);
  const sql = connect(url);
  await createIndexerTables(sql);
  return { sql, databaseUrl: url, rpcUrl };
}
