import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { feesPerEpoch } from "@/lib/db/queries/epochs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { EpochChart } from "../charts/EpochChart.tsx";
import { pointsOf } from "../charts/points.ts";
import { epochsShown } from "./epochsShown.ts";

const EPOCHS = 30;

export async function FeesPerEpoch() {
  await connection();
  const all = await feesPerEpoch(sql(), await pageClock());
  const rows = all.slice(-EPOCHS);
  const emissions = rows.some((row) => row.emissions > 0n);
  return (
    <EpochChart
      title="Fees per epoch"
      name="Fees"
      note={
        rows.length === 0
          ? undefined
          : `${epochsShown(rows, all.length)} ${
              emissions
                ? "Emissions are drawn apart, hatched: they never share a number with fees."
                : "No emissions: everything anybody earned was paid by callers."
            }`
      }
      points={pointsOf(rows)}
      empty="No answer has been paid yet. The first epoch appears here when its receipts are collected."
    />
  );
}
