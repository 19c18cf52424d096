import { privateKeyToAccount } from "viem/accounts";
import { readDeployment } from "../../lib/chain/clients.ts";
import { sql } from "../../lib/db/client.ts";
import { requireKey, serverEnv } from "../../lib/env/server.ts";
import { fileStore } from "../../lib/storage/store.ts";
import { createProvider } from "./createProvider.ts";
import { keepWarm } from "./keepWarm.ts";
import { createModels } from "./models.ts";

// The reference inference node: serves every registered model, extractive ones by itself, others through an upstream.

const { PROVIDER_PORT, OPENAI_BASE_URL, OPENAI_API_KEY } = serverEnv();
const { chainId, contracts } = readDeployment();
const account = privateKeyToAccount(requireKey("PROVIDER_KEY"));
const upstream = OPENAI_BASE_URL ? { url: OPENAI_BASE_URL.replace(/\/+$/, ""), key: OPENAI_API_KEY } : null;
const models = createModels({ sql: sql(), store: fileStore(), upstream });

const server = createProvider({ models, account, at: { chainId, settlement: contracts.settlement } });
server.listen(PROVIDER_PORT, "127.0.0.1", () => {
  console.log(`provider ${account.address} listens on http://127.0.0.1:${PROVIDER_PORT}`);
});
const cool = keepWarm(sql(), models);

async function stop() {
  cool();
  server.close();
  server.closeAllConnections();
  await sql().end({ timeout: 2 });
  process.exit(0);
}

process.once("SIGINT", stop);
process.once("SIGTERM", stop);
