import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { connect, type Sql } from "../../../lib/db/client.ts";
import { foundryBinary } from "../../../scripts/stack/foundry.ts";
import { portsAt } from "../../../scripts/stack/ports.ts";
import { databaseUrl, startPostgres } from "../../../scripts/stack/postgres.ts";
import { Processes } from "../../../scripts/stack/processes.ts";
import { makeProgress } from "../../../scripts/stack/progress.ts";
import { until } from "../../../scripts/stack/ready.ts";

/** A real database and, if asked for, a real chain on free ports, for tests of what the worker does with them. */
export interface LocalStack {
  sql: Sql;
  rpcUrl: string;
  /** Where files may be put; removed at the end. */
  directory: string;
  stop(): Promise<void>;
}

/** Tables of the indexer's that the worker's queries read, empty. */
const INDEXER_TABLES = `
  create schema indexer;
  create table indexer.asset (id numeric(78) primary key, kind integer, owner text);
  create table indexer.asset_version (
    asset_id numeric(78), version integer, parents numeric(78)[], uri text, block bigint, log_index integer);
  create table indexer.contribution (
    id numeric(78) primary key, datanet numeric(78), contributor text, status text, root text, words integer, items integer,
    uri text, finalized_block bigint, finalized_log_index integer)`;

export async function startLocalStack({ chain }: { chain: boolean }): Promise<LocalStack> {
  const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-worker-"));
  const ports = { ...portsAt(0), postgres: await freePort(), chain: await freePort() };
  const rpcUrl = `http://127.0.0.1:${ports.chain}`;
  const processes = new Processes(path.join(directory, "logs"), () => {}, console.error);
  // The database's own account must be able to enter.
  const options = { data: directory, once: false, fresh: false, dev: false, seed: false, portOffset: 0 };
  const progress = makeProgress(() => {});
  await startPostgres({ root: "", options, ports, rpcUrl, appUrl: "", env: {}, progress, processes });
  if (chain) {
    const args = ["--silent", "--host", "127.0.0.1", "--port", String(ports.chain)];
    processes.start("chain", { file: foundryBinary("anvil"), args, cwd: directory, env: {} });
    await until("The chain", () => fetch(rpcUrl, { method: "POST", body: "{}" }), 30);
  }
  vi.stubEnv("RPC_URL", rpcUrl);
  vi.stubEnv("DEPLOYMENT_FILE", path.join(directory, "deployment.json"));
  const sql = connect(databaseUrl(ports.postgres));
  await sql.unsafe(INDEXER_TABLES);
  const stop = async () => {
    await sql.end();
    await processes.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { sql, rpcUrl, directory, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
