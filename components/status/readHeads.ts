import "server-only";
import { z } from "zod";
import { getStatus } from "@/lib/gateway/data/getStatus.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";

const schema = z.object({
  chain: z.object({ id: z.number(), head: z.number(), time: z.number() }).nullable(),
  indexer: z.object({ block: z.number() }).nullable(),
  provider: z.object({ ok: z.boolean() }),
});

/** What GET /api/v1/status says of chain, indexer and providers; a part that does not answer is null. */
export async function readHeads() {
  return schema.parse(await (await getStatus(processGateway())).json());
}
