import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listDatanets } from "@/lib/db/queries/datanets.ts";
import { DatanetTable } from "../datanets/DatanetTable.tsx";
import { TopList } from "./TopList.tsx";

const SHOWN = 5;

export async function TopDatanets() {
  await connection();
  const datanets = await listDatanets(sql());
  return (
    <TopList title="Datanets" href="/datanets" total={datanets.length}>
      <DatanetTable datanets={datanets.slice(0, SHOWN)} />
    </TopList>
  );
}
