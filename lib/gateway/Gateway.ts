import type { Deployment } from "../chain/deployment.ts";
import type { Sql } from "../db/client.ts";
import type { Measurer } from "../intake/createMeasurer.ts";
import type { Store } from "../storage/fileStore.ts";
import type { GatewayChain } from "./chain.ts";
import type { Retriever } from "./chat/createRetriever.ts";
import type { ProviderHealth } from "./chat/ProviderHealth.ts";
import type { AskEndpoint } from "./endpoint/askEndpoint.ts";
import type { Quota } from "./http/createQuota.ts";

/** What the gateway stands on. One per process; tests give their own. */
export interface Gateway {
  sql: Sql;
  store: Store;
  chain: GatewayChain;
  deployment: Deployment;
  /** Where receipts can be read. */
  appUrl: string;
  health: ProviderHealth;
  askEndpoint: AskEndpoint;
  measurer: Measurer;
  retriever: Retriever;
  /** For what anybody may send without paying. */
  quotas: Record<"blobs" | "preflight" | "votes" | "trainings", Quota>;
  /** Queues a receipt for attribution. */
  enqueueTrace(receipt: string): Promise<void>;
}
