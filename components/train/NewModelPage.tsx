import { connection } from "next/server";
import spdx from "spdx-license-list/simple.js";
import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import { listDatanets } from "@/lib/db/queries/datanets.ts";
import { modelNames } from "@/lib/gateway/chat/modelNames.ts";
import { processGateway } from "@/lib/gateway/processGateway.ts";
import { nameOf } from "../display/names.ts";
import { NewModelForm } from "./NewModelForm.tsx";
import type { HeldNames } from "./nameHint.ts";

/** The form over the datanets that there are, and the names that lead to a model already. */
export async function NewModelPage() {
  await connection();
  const [datanets, held] = await Promise.all([listDatanets(sql(), { sort: "name" }), heldNames()]);
  const choices = datanets
    .filter(({ id }) => id !== COMMONS)
    .map(({ id, name, version, accepted }) => ({
      id: String(id),
      name: nameOf("datanet", id, name),
      version,
      accepted,
    }));
  return <NewModelForm datanets={choices} held={held} licences={[...spdx]} />;
}

/** None where nobody can tell now: they are for a warning only. */
async function heldNames(): Promise<HeldNames> {
  const names = await modelNames(processGateway()).catch(() => null);
  return Object.fromEntries([...(names?.holders ?? [])].map(([slug, id]) => [slug, String(id)]));
}
