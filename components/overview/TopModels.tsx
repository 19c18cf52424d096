import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listModels } from "@/lib/db/queries/models.ts";
import { ModelTable } from "../models/ModelTable.tsx";
import { Card } from "../ui/Card.tsx";

const SHOWN = 5;

export async function TopModels() {
  await connection();
  const models = await listModels(sql());
  return (
    <Card
      id="models"
      title="Models"
      action={
        models.length > 0 && (
          <Link className="link" href="/models">
            All {models.length}
          </Link>
        )
      }
    >
      <ModelTable models={models.slice(0, SHOWN)} />
    </Card>
  );
}
