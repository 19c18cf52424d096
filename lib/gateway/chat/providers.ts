import { parseEther } from "viem";
import { providerAssets } from "../../db/gateway/assets.ts";
import type { Gateway } from "../Gateway.ts";
import { unavailable } from "../http/GatewayError.ts";
import { documentOf } from "./documents.ts";

export interface Provider {
  id: bigint;
  /** Signs what it served; lower case. */
  owner: string;
  endpoint: string;
}

/** Wei that a provider's pool must hold: who registers for nothing could stand in everybody's way. */
const LEAST_STAKE = parseEther("1000");

/**
 * Staked providers in the order to ask them a question of this visibility for a model.
 * @throws GatewayError 503 when there is none
 */
export async function providersToAsk(
  gateway: Gateway,
  model: bigint,
  visibility: "public" | "private",
): Promise<Provider[]> {
  const providers = gateway.health.order(await stakedProviders(gateway), model, visibility);
  if (providers.length > 0) return providers;
  throw unavailable(
    "No provider with 1,000 OPEN staked is registered yet. Nothing was charged.",
    "provider_unavailable",
  );
}

/** Registered providers with enough at stake to be asked, oldest first. */
export async function stakedProviders({ sql, store }: Pick<Gateway, "sql" | "store">): Promise<Provider[]> {
  const assets = await providerAssets(sql, LEAST_STAKE);
  const documents = await Promise.all(assets.map(({ uri }) => documentOf(store, uri, "provider")));
  return assets.flatMap(({ id, owner }, at) => {
    const endpoint = documents[at]?.endpoint;
    return endpoint ? [{ id, owner, endpoint: endpoint.replace(/\/+$/, "") }] : [];
  });
}
