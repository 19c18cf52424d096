import { modelAssets, type ServedAsset } from "../../db/gateway/assets.ts";
import type { ModelDocument } from "../../storage/documentSchemas.ts";
import type { Gateway } from "../Gateway.ts";
import { notFound, unavailable } from "../http/GatewayError.ts";
import { documentOf } from "./documents.ts";
import { type ModelNames, modelNames } from "./modelNames.ts";
import { slugOf } from "./slugOf.ts";

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
 * model of the same name, whatever its id, is called by its `ol-<registry id>`; so is one whose slug may be an earlier model's that
 * cannot be read now.
 */
export async function servedModels(gateway: Gateway): Promise<ServedModel[]> {
  return (await readModels(gateway)).models;
}

async function readModels(gateway: Gateway): Promise<{ models: ServedModel[]; names: ModelNames }> {
  const [assets, names] = await Promise.all([modelAssets(gateway.sql), modelNames(gateway)]).catch(indexAway);
  const holders = [...names.holders];
  const documents = await Promise.all(
    assets.map(({ uri, contentHash }) => documentOf(gateway.store, uri, "model", contentHash)),
  );
  const models: ServedModel[] = [];
  for (const [at, asset] of assets.entries()) {
    const document = documents[at];
    if (!document) continue; // nobody can tell its price, or redo what it answers
    const slugs = holders.flatMap(([slug, holder]) => (holder === asset.id ? [slug] : []));
    const slug = slugOf(document.name);
    const name = slugs.includes(slug) ? slug : `ol-${asset.id}`;
    models.push({ ...asset, name, slugs, document, perThousandTokens: BigInt(document.price.perThousandTokens) });
  }
  return { models, names };
}

/** @throws GatewayError 404, or 503 while nobody can tell whose name it is */
export async function modelNamed(gateway: Gateway, name: string): Promise<ServedModel> {
  const { models, names } = await readModels(gateway);
  const model = models.find((one) => one.slugs.includes(name) || `ol-${one.id}` === name);
  if (model) return model;
  if (names.doubtful.has(name) || names.holders.has(name)) {
    throw unavailable(
      `The document of the model first named "${name}" may be one that cannot be read at the moment. Try again, or name a model by its id: ol-<id>.`,
      "model_unavailable",
    );
  }
  throw notFound(
    "model",
    `The model "${name.slice(0, 100)}" does not exist. GET /api/v1/models lists those that do.`,
    "model_not_found",
  );
}

function indexAway(error: unknown): never {
  console.error("gateway: index:", error);
  throw unavailable("The index of models is not readable at the moment. Try again.", "index_unavailable");
}
