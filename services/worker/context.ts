import { readFileSync } from "node:fs";
import path from "node:path";
import { type Hex, isHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { type BitsTable, parseBits } from "../../lib/attribution/index.ts";
import { readDeployment } from "../../lib/chain/clients.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { connect, type Sql } from "../../lib/db/client.ts";
import { indexDirectory, requireKey, serverEnv, storageDirectory } from "../../lib/env/server.ts";
import type { Store } from "../../lib/storage/fileStore.ts";
import { fileStore } from "../../lib/storage/store.ts";
import type { Settings } from "./trace/tracingThread.ts";

const BITS_FILE = path.join(import.meta.dirname, "../../public/bits-v1.tsv");
/** Each job that runs exclusively holds one, and needs another to work. */
const MAX_CONNECTIONS = 16;

export interface WorkerContext {
  sql: Sql;
  store: Store;
  deployment: Deployment;
  bits: BitsTable;
  /** What the thread that traces needs. */
  tracing: Settings;
  gatewayKey: Hex;
  attributorKey: Hex;
  gateway: PrivateKeyAccount;
  /** Validators this worker reviews for. */
  validatorKeys: Hex[];
  /** Owners of datanets and models this worker publishes new versions for. */
  releaseKeys: Hex[];
}

/** @throws Error naming what is missing or does not fit, with the remedy. */
export function openContext(connections = MAX_CONNECTIONS): WorkerContext {
  const env = serverEnv();
  const deployment = readDeployment();
  const gatewayKey = requireKey("GATEWAY_KEY");
  const gateway = privateKeyToAccount(gatewayKey);
  if (gateway.address !== deployment.gateway) {
    throw new Error(
      `GATEWAY_KEY is the key of ${gateway.address}, but payers earmark their escrow for ${deployment.gateway}: set its key.`,
    );
  }
  const bits = readFileSync(BITS_FILE, "utf8");
  return {
    sql: connect(env.DATABASE_URL, { max: connections }),
    store: fileStore(),
    deployment,
    bits: parseBits(bits),
    tracing: { index: indexDirectory(), store: storageDirectory(), bits },
    gatewayKey,
    attributorKey: requireKey("ATTRIBUTOR_KEY"),
    gateway,
    validatorKeys: parseKeys("VALIDATOR_KEYS", env.VALIDATOR_KEYS),
    releaseKeys: parseKeys("RELEASE_KEYS", env.RELEASE_KEYS),
  };
}

function parseKeys(variable: string, list: string): Hex[] {
  const keys = list.split(",").map((key) => key.trim());
  return keys.filter(Boolean).map((key, index) => {
    if (!isHex(key) || key.length !== 66) {
      throw new Error(`${variable}: number ${index + 1} is no key; give 0x and 64 hex digits, separated by commas.`);
    }
    return key;
  });
}
