import "server-only";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { modelById } from "@/lib/db/queries/models.ts";
import { idParam } from "../../lib/site/searchParams.ts";
import { nameOf } from "../display/names.ts";

/** The name of a model for the browser's title; a plain word when it cannot be read. */
export async function modelTitle(text: string): Promise<string> {
  await connection();
  const id = idParam.parse(text);
  const model = id === undefined ? null : await modelById(sql(), id).catch(() => null);
  return model ? nameOf("model", model.id, model.name) : "Model";
}
