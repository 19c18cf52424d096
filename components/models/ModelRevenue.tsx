import { sql } from "@/lib/db/client.ts";
import { feesPerEpoch } from "@/lib/db/queries/epochs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { EpochChart } from "../charts/EpochChart.tsx";
import { pointsOf } from "../charts/points.ts";

export async function ModelRevenue({ model }: { model: bigint }) {
  const rows = await feesPerEpoch(sql(), await pageClock(), model);
  return (
    <EpochChart
      title="Fees paid for its answers"
      name="Fees"
      note="By the epoch that distributes them."
      points={pointsOf(rows)}
      empty="It has not answered anybody yet."
    />
  );
}
