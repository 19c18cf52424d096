import "server-only";
import { servedModels } from "@/lib/gateway/chat/models.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

/** What callers name a model by, as GET /api/v1/models lists it; `ol-<id>`, which always works, while its document cannot be read. */
export async function callName(model: bigint): Promise<string> {
  const served = await servedModels(processGateway()).catch(() => []);
  return served.find(({ id }) => id === model)?.name ?? `ol-${model}`;
}
