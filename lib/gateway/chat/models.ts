import { modelAssets, modelVersions, type ServedAsset } from "../../db/gateway/assets.ts";
import type { ModelDocument } from "../../storage/documentSchemas.ts";
import type { Gateway } from "../Gateway.ts";
import { notFound, unavailable } from "../http/GatewayError.ts";
import { documentOf } from "./documents.ts";

export interface ServedModel extends ServedAsset {
  /** What callers name it by. */
  name: string;
  /** All that callers may name it by but `ol-<id>`: also names it had before. */
  slugs: string[];
  document: ModelDocument;
  /** Wei; of this version. */
  perThousandTokens: bigint;
}

/**
 * Models that can be called, oldest first. A model is called by its name's slug, or by `ol-<registry id>`. Neither ever leads to another
 * model: a slug is the model's whose version was the first to bear it on the chain, also after that model took another name. A later
 * model of the same name, whatever its id, is called by its `ol-<registry id>`.
 */
export async function servedModels(gateway: Gateway): Promise<ServedModel[]> {
  const [assets, versions] = await Promise.all([modelAssets(gateway.sql), modelVersions(gateway.sql)]).catch(indexAway);
  const holders = new Map<string, bigint>();
  for (const { id, uri } of versions) {
    const document = await documentOf(gateway.store, uri, "model");
    const slug = document && slugOf(document.name);
    if (slug && !/^ol-\d+$/.test(slug) && !holders.has(slug)) holders.set(slug, id);
  }
  const models: ServedModel[] = [];
  for (const asset of assets) {
    const document = await documentOf(gateway.store, asset.uri, "model");
    if (!document) continue; // nobody can tell its price
    const slugs = [...holders].flatMap(([slug, holder]) => (holder === asset.id ? [slug] : []));
    const slug = slugOf(document.name);
    const name = slugs.includes(slug) ? slug : `ol-${asset.id}`;
    models.push({ ...asset, name, slugs, document, perThousandTokens: BigInt(document.price.perThousandTokens) });
  }
  return models;
}

/** @throws GatewayError 404 */
export async function modelNamed(gateway: Gateway, name: string): Promise<ServedModel> {
  const models = await servedModels(gateway);
  const model = models.find((one) => one.slugs.includes(name) || `ol-${one.id}` === name);
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
