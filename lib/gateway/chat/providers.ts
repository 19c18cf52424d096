import { providerAssets } from "../../db/gateway/assets.ts";
import type { Gateway } from "../Gateway.ts";
import { unavailable } from "../http/ApiError.ts";
import { documentOf } from "./documents.ts";

export interface Provider {
  id: bigint;
  /** Signs what it served; lower case. */
  owner: string;
  endpoint: string;
}

/**
 * Registered providers in the order to ask them.
 * @throws ApiError 503 when there is none
 */
export async function providersToAsk(gateway: Gateway): Promise<Provider[]> {
  const providers = gateway.health.order(await registeredProviders(gateway));
  if (providers.length > 0) return providers;
  throw unavailable("No provider is registered yet. Nothing was charged.", "provider_unavailable");
}

export async function registeredProviders(gateway: Gateway): Promise<Provider[]> {
  const assets = await providerAssets(gateway.sql);
  const documents = await Promise.all(assets.map(({ uri }) => documentOf(gateway.store, uri, "provider")));
  return assets.flatMap(({ id, owner }, at) => {
    const endpoint = documents[at]?.endpoint;
    return endpoint ? [{ id, owner, endpoint: endpoint.replace(/\/+$/, "") }] : [];
  });
}
