import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listDatanets } from "@/lib/db/queries/datanets.ts";
import { DatanetTable } from "../datanets/DatanetTable.tsx";
import { Card } from "../ui/Card.tsx";

const SHOWN = 5;

export async function TopDatanets() {
  await connection();
  const datanets = await listDatanets(sql());
  return (
    <Card
      id="datanets"
      title="Datanets"
      action={
        datanets.length > 0 && (
          <Link className="link" href="/datanets">
            All {datanets.length}
          </Link>
        )
      }
    >
      <DatanetTable datanets={datanets.slice(0, SHOWN)} />
    </Card>
  );
}
