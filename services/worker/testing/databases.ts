import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "../../../lib/db/client.ts";
import { freePort } from "../../../scripts/stack/freePort.ts";
import { portsAt } from "../../../scripts/stack/ports.ts";
import { databaseUrl, startPostgres } from "../../../scripts/stack/postgres.ts";
import { Processes } from "../../../scripts/stack/processes.ts";
import { makeProgress } from "../../../scripts/stack/progress.ts";
import { createIndexerTables } from "./indexerTables.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where to POST for a database of one's own; the answer is its address. */
    databases: string;
  }
}

/** What all databases are copies of. */
const TEMPLATE = "openledger";

/**
 * Set-up of a whole run of vitest: one PostgreSQL for all test files, started when the first of them asks, and a database for each that asks,
 * with all tables and no rows.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: ReturnType<typeof startCluster> | undefined;
  const server = createServer(async (_, response) => {
    try {
      cluster ??= startCluster();
      response.end(await (await cluster).create());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  project.provide("databases", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await (await cluster)?.stop();
  };
}

async function startCluster() {
  const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-databases-"));
  const processes = new Processes(path.join(directory, "logs"), () => {}, console.error);
  // A run that is interrupted does not come to its tear-down.
  const abandon = () => {
    processes.kill();
    rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", abandon);
  const ports = { ...portsAt(0), postgres: await freePort() };
  const options = { data: directory, once: false, fresh: false, dev: false, seed: false, portOffset: 0 };
  const progress = makeProgress(() => {});
  await startPostgres({ root: "", options, ports, rpcUrl: "", appUrl: "", env: {}, progress, processes });
  const template = connect(databaseUrl(ports.postgres, TEMPLATE), { max: 1 });
  await createIndexerTables(template);
  await template.end();

  const admin = connect(databaseUrl(ports.postgres, "postgres"), { max: 1 });
  let count = 0;
  return {
    async create(): Promise<string> {
      const name = `test_${++count}`;
      await admin.unsafe(`create database ${name} template ${TEMPLATE}`);
      return databaseUrl(ports.postgres, name);
    },
    async stop(): Promise<void> {
      await admin.end();
      await processes.stop();
      rmSync(directory, { recursive: true, force: true });
      process.off("exit", abandon);
    },
  };
}
