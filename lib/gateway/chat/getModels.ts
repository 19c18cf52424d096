import type { Gateway } from "../Gateway.ts";
import { json } from "../http/respond.ts";
import { modelNamed, type ServedModel, servedModels } from "./models.ts";

/** `GET /api/v1/models` */
export async function getModels(gateway: Gateway): Promise<Response> {
  return json({ object: "list", data: (await servedModels(gateway)).map(toWire) });
}

/** `GET /api/v1/models/{model}` */
export async function getModel(gateway: Gateway, name: string): Promise<Response> {
  return json(toWire(await modelNamed(gateway, name)));
}

function toWire({ id, version, name, owner, registeredAt, document }: ServedModel) {
  return {
    id: name,
    object: "model",
    created: registeredAt,
    owned_by: owner,
    openledger: {
      id: `ol-${id}`,
      version,
      name: document.name,
      summary: document.summary,
      method: document.method,
      licence: document.licence,
      perThousandTokens: document.price.perThousandTokens,
    },
  };
}
