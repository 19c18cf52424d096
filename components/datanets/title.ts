import "server-only";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { datanetById } from "@/lib/db/queries/datanets.ts";
import { idParam } from "../../lib/site/searchParams.ts";
import { nameOf } from "../display/names.ts";

/** The name of a datanet for the browser's title; its number when it cannot be read. */
export async function datanetTitle(text: string): Promise<string> {
  await connection();
  const id = idParam.parse(text);
  const datanet = id === undefined ? null : await datanetById(sql(), id).catch(() => null);
  return datanet ? nameOf("datanet", datanet.id, datanet.name) : "Datanet";
}
