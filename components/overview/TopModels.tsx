import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listModels } from "@/lib/db/queries/models.ts";
import { modelNamesakes } from "@/lib/db/queries/namesakes.ts";
import { ModelTable } from "../models/ModelTable.tsx";
import { TopList } from "./TopList.tsx";

const SHOWN = 5;

export async function TopModels() {
  await connection();
  const [models, namesakes] = await Promise.all([listModels(sql()), modelNamesakes(sql())]);
  return (
    <TopList title="Models" href="/models" total={models.length}>
      <ModelTable models={models.slice(0, SHOWN)} namesakes={namesakes} />
    </TopList>
  );
}
