import { connection } from "next/server";
import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import { listDatanets } from "@/lib/db/queries/datanets.ts";
import { nameOf } from "../display/names.ts";
import { NewModelForm } from "./NewModelForm.tsx";

/** The form over the datanets that there are. */
export async function NewModelPage() {
  await connection();
  const datanets = await listDatanets(sql(), { sort: "name" });
  const choices = datanets
    .filter(({ id }) => id !== COMMONS)
    .map(({ id, name, version, accepted }) => ({
      id: String(id),
      name: nameOf("datanet", id, name),
      version,
      accepted,
    }));
  return <NewModelForm datanets={choices} />;
}
