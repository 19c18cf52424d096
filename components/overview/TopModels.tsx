import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listModels } from "@/lib/db/queries/models.ts";
import { ModelTable } from "../models/ModelTable.tsx";
import { TopList } from "./TopList.tsx";

const SHOWN = 5;

export async function TopModels() {
  await connection();
  const models = await listModels(sql());
  return (
    <TopList title="Models" href="/models" total={models.length}>
      <ModelTable models={models.slice(0, SHOWN)} />
    </TopList>
  );
}
