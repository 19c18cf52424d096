import { modelAssets, type ServedAsset } from "../../db/gateway/assets.ts";
import type { ModelDocument } from "../../storage/documentSchemas.ts";
import type { Gateway } from "../Gateway.ts";
import { notFound, unavailable } from "../http/GatewayError.ts";
import { documentOf } from "./documents.ts";

export interface ServedModel extends ServedAsset {
  /** What callers name it by. */
  name: string;
  document: ModelDocument;
  /** Wei. */
  perThousandTokens: bigint;
}

/**
 * Models that can be called, oldest first. A model is called by its name's slug, or by `ol-<registry id>`, which never changes; the
 * oldest model of a slug has it.
 */
export async function servedModels(gateway: Gateway): Promise<ServedModel[]> {
  const taken = new Set<string>();
  const models: ServedModel[] = [];
  for (const asset of await modelAssets(gateway.sql).catch(indexAway)) {
    const document = await documentOf(gateway.store, asset.uri, "model");
    if (!document) continue; // nobody can tell its price
    const slug = slugOf(document.name);
    const name = slug === "" || /^ol-\d+$/.test(slug) || taken.has(slug) ? `ol-${asset.id}` : slug;
    taken.add(slug);
    models.push({ ...asset, name, document, perThousandTokens: BigInt(document.price.perThousandTokens) });
  }
  return models;
}

/** @throws GatewayError 404 */
export async function modelNamed(gateway: Gateway, name: string): Promise<ServedModel> {
  const model = (await servedModels(gateway)).find((one) => one.name === name || `ol-${one.id}` === name);
  if (model) return model;
  throw notFound(
    "model",
    `The model "${name.slice(0, 100)}" does not exist. GET /api/v1/models lists those that do.`,
    "model_not_found",
  );
}

export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function indexAway(error: unknown): never {
  console.error("gateway: index:", error);
  throw unavailable("The index of models is not readable at the moment. Try again.", "index_unavailable");
}
