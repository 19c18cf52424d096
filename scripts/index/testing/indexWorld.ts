import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { keccak256, parseEther, toHex, zeroHash } from "viem";
import { vi } from "vitest";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { connect } from "../../../lib/db/client.ts";
import type { TrainingOrder } from "../../../lib/flows/api/trainings.ts";
import { defaultOptions } from "../../../lib/influence/index.ts";
import { deploy } from "../../chain/deploy.ts";
import { startAnvil } from "../../chain/testing/startAnvil.ts";
import { type Session, senderOf } from "../../seed/session.ts";
import { chainClient } from "../../stack/chain.ts";
import type { Context } from "../../stack/context.ts";
import { stackEnvironment } from "../../stack/environment.ts";
import { freePort } from "../../stack/freePort.ts";
import { startIndexer } from "../../stack/indexer.ts";
import { databaseUrl, startPostgres } from "../../stack/postgres.ts";
import { Processes } from "../../stack/processes.ts";
import { makeProgress } from "../../stack/progress.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Chain, database and, once started, the indexer: without app and worker. */
export async function startIndexWorld() {
  const directory = mkdtempSync(path.join(os.tmpdir(), "openledger-index-"));
  const processes = new Processes(path.join(directory, "logs"), () => {}, console.error);
  const anvil = await startAnvil("--accounts", "80", "--timestamp", "1700000000");
  const { rpcUrl } = anvil;
  const ports = {
    ...{ app: 0, provider: 0, chain: Number(new URL(rpcUrl).port) },
    ...{ postgres: await freePort(), indexer: await freePort() },
  };
  const env = stackEnvironment(directory, ports);
  const options = { data: directory, once: false, fresh: false, dev: false, seed: false, portOffset: 0 };
  const progress = makeProgress(() => {});
  const context: Context = { root: ROOT, options, ports, rpcUrl, appUrl: "", env, progress, processes };
  for (const name of ["DATABASE_URL", "RPC_URL", "DEPLOYMENT_FILE"]) vi.stubEnv(name, env[name]!);
  await startPostgres(context);
  const sql = connect(databaseUrl(ports.postgres));

  const { deployer, holder, guardian, gateway, treasury } = localAccounts();
  const deployment = await deploy({
    ...{ rpcUrl, chainName: "test", deployer, stable: "test", minBond: parseEther("5000") },
    ...{ holder: holder.address, guardian: guardian.address, gateway: gateway.address, treasury: treasury.address },
    commons: { contentHash: keccak256("0x"), uri: "" },
  });
  writeFileSync(env.DEPLOYMENT_FILE!, JSON.stringify(deployment));
  const { contracts } = deployment;
  // The seed's hands, without the app that keeps its texts and the worker that trains: the chain only sees hashes.
  const trained = { ...defaultOptions, state: "done", ledgerRoot: zeroHash, evaluation: {}, weights: {} };
  const api = {
    upload: async () => "",
    keepEvidence: async () => zeroHash,
    train: async ({ labels }: TrainingOrder) => ({ ...trained, labels }),
  };
  const upload = async (document: object) => ({
    uri: "ipfs://",
    contentHash: keccak256(toHex(JSON.stringify(document))),
  });
  const client = chainClient(rpcUrl);
  const part = { client, deployment, contracts, send: senderOf(rpcUrl), say: () => {}, api, upload, sql };
  const session = { ...part, providerUrl: "http://127.0.0.1:1" } as unknown as Session;

  const stop = async () => {
    await sql.end();
    await processes.stop();
    await anvil.stop();
    rmSync(directory, { recursive: true, force: true });
    vi.unstubAllEnvs();
  };
  return { session, rpcUrl, stop, index: () => startIndexer(context, deployment) };
}
