import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listModels } from "@/lib/db/queries/models.ts";
import { CallIt } from "../models/CallIt.tsx";

/** How to call the first model, with this server's address. Nothing where there is no model yet. */
export async function CodeSample() {
  await connection();
  const [model] = await listModels(sql());
  return model ? <CallIt model={model.id} onAccount /> : null;
}
