import { sql } from "@/lib/db/client.ts";
import { contributorEarnings } from "@/lib/db/queries/contributors.ts";
import { EpochChart } from "../charts/EpochChart.tsx";
import { pointsOf } from "../charts/points.ts";

/** What an address earned, by the epoch that distributes it; epochs that paid nothing are drawn as nothing. */
export async function Earnings({ address }: { address: string }) {
  const rows = await contributorEarnings(sql(), address);
  return (
    <EpochChart
      title="Earnings"
      name="Earned from fees"
      note={
        <a className="link" href={`/contributors/${address}/earnings.csv`} download>
          Download every line as CSV
        </a>
      }
      points={pointsOf(rows.map((row) => ({ epoch: row.epoch, answers: row.answers, fees: row.earned })))}
      empty="No answer has used this address’s contributions yet."
    />
  );
}
