import path from "node:path";
import { toHex } from "viem";
import type { HDAccount } from "viem/accounts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import type { Ports } from "./ports.ts";
import { databaseUrl } from "./postgres.ts";

const keyOf = (account: HDAccount) => toHex(account.getHdKey().privateKey!);

/** Everything lib/env/server.ts reads, for a stack on this machine. Children also inherit the caller's environment. */
export function stackEnvironment(data: string, ports: Ports): Record<string, string | undefined> {
  const { gateway, attributor, provider, holder, validators, datanetOwners, developers } = localAccounts();
  return {
    ...process.env,
    DATABASE_URL: databaseUrl(ports.postgres),
    RPC_URL: `http://127.0.0.1:${ports.chain}`,
    PUBLIC_RPC_URL: `http://127.0.0.1:${ports.chain}`,
    INDEXER_URL: `http://127.0.0.1:${ports.indexer}`,
    APP_URL: `http://127.0.0.1:${ports.app}`,
    STORAGE_URL: `file:${path.join(data, "store")}`,
    INDEX_DIRECTORY: path.join(data, "index"),
    DEPLOYMENT_FILE: path.join(data, "deployment.json"),
    PROVIDER_PORT: String(ports.provider),
    GATEWAY_KEY: keyOf(gateway),
    ATTRIBUTOR_KEY: keyOf(attributor),
    PROVIDER_KEY: keyOf(provider),
    VALIDATOR_KEYS: validators.map(keyOf).join(","),
    RELEASE_KEYS: [...datanetOwners, ...developers].map(keyOf).join(","),
    FAUCET_KEY: keyOf(holder),
    NEXT_TELEMETRY_DISABLED: "1",
    PONDER_TELEMETRY_DISABLED: "true",
  };
}
