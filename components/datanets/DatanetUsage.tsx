import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import type { Datanet } from "@/lib/db/queries/datanets.ts";
import { datanetEarnings, topContributors } from "@/lib/db/queries/usage.ts";
import { formatCount, formatShare } from "@/lib/format/number.ts";
import { EpochChart } from "../charts/EpochChart.tsx";
import { pointsOf } from "../charts/points.ts";
import { Fee } from "../display/Fee.tsx";
import { Address } from "../ui/Address.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

export async function DatanetUsage({ datanet }: { datanet: Datanet }) {
  if (datanet.id === COMMONS) {
    return (
      <EmptyState title="The commons earns nothing">
        It is public text that stands first in every ledger, so that nobody can register it and be paid for it. What
        answers take from it goes unattributed to the treasury.
      </EmptyState>
    );
  }
  const [earnings, contributors] = await Promise.all([
    datanetEarnings(sql(), datanet.id),
    topContributors(sql(), datanet.id),
  ]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <EpochChart
        title="Earned by its contributors"
        name="Earned from fees"
        note="By the epoch that distributes the fee. All of it was paid by callers."
        points={pointsOf(earnings.map((row) => ({ epoch: row.epoch, answers: row.answers, fees: row.earned })))}
        empty="No attributed answer has used this datanet yet."
      />
      <Card id="contributors" title="Top contributors">
        {contributors.length === 0 ? (
          <EmptyState title="Nobody yet">No contribution has been accepted.</EmptyState>
        ) : (
          <Table caption="Contributors by what they earned in this datanet">
            <thead>
              <tr>
                <Th>Contributor</Th>
                <Th numeric>Accepted</Th>
                <Th numeric wide>
                  Words
                </Th>
                <Th numeric wide>
                  Uses in answers
                </Th>
                <Th numeric>Earned, OPEN</Th>
                <Th numeric wide>
                  Part
                </Th>
              </tr>
            </thead>
            <tbody>
              {contributors.map((row) => (
                <tr key={row.contributor}>
                  <Td>
                    <Address address={row.contributor} />
                  </Td>
                  <Td numeric>{formatCount(row.accepted)}</Td>
                  <Td numeric wide>
                    {formatCount(row.words)}
                  </Td>
                  <Td numeric wide>
                    {formatCount(row.answers)}
                  </Td>
                  <Td numeric>
                    <Fee wei={row.earned} />
                  </Td>
                  <Td numeric wide>
                    {formatShare(row.earned, datanet.paid)}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </div>
  );
}
