import { readDeployment } from "../chain/clients.ts";
import { sql } from "../db/client.ts";
import { serverEnv, storageDirectory } from "../env/server.ts";
import { createMeasurer } from "../intake/createMeasurer.ts";
import { enqueueTrace } from "../queue/index.ts";
import { fileStore } from "../storage/store.ts";
import { createGatewayChain } from "./chain.ts";
import { createRetriever } from "./chat/createRetriever.ts";
import { createProviderHealth } from "./chat/ProviderHealth.ts";
import { createQuotas } from "./data/quotas.ts";
import { createAskEndpoint } from "./endpoint/askEndpoint.ts";
import type { Gateway } from "./Gateway.ts";

// Next reloads modules in development and bundles routes apart: keep one per process.
const shared = globalThis as { openledgerGateway?: Gateway };

/** This process's gateway. */
export function processGateway(): Gateway {
  if (shared.openledgerGateway) return shared.openledgerGateway;
  const deployment = readDeployment();
  shared.openledgerGateway = {
    sql: sql(),
    store: fileStore(),
    chain: createGatewayChain(),
    deployment,
    appUrl: serverEnv().APP_URL,
    health: createProviderHealth(),
    askEndpoint: createAskEndpoint(deployment.chainId),
    retriever: createRetriever(sql(), fileStore()),
    measurer: createMeasurer(storageDirectory()),
    quotas: createQuotas(serverEnv().TRUSTED_PROXIES),
    enqueueTrace,
  };
  return shared.openledgerGateway;
}
