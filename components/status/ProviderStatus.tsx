import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listProviders } from "@/lib/db/queries/providers.ts";
import { formatCount, formatMs } from "@/lib/format/number.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf, placeOf } from "../display/names.ts";
import { pageClock } from "../display/pageClock.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";

export async function ProviderStatus() {
  await connection();
  const [providers, now] = await Promise.all([listProviders(sql()), pageClock()]);
  return (
    <Card id="providers" title="Providers" note="Measured on the answers they served.">
      {providers.length === 0 ? (
        <EmptyState title="No provider with stake is registered">Nobody can be asked until one is.</EmptyState>
      ) : (
        <Table caption="Registered providers">
          <thead>
            <tr>
              <Th>Provider</Th>
              <Th numeric>
                <Defined by="firstToken">First token, p50</Defined>
              </Th>
              <Th numeric wide>
                p95
              </Th>
              <Th numeric>Answers served</Th>
              <Th wide>Last served</Th>
            </tr>
          </thead>
          <tbody>
            {providers.map((provider) => (
              <tr key={provider.id}>
                <Td>
                  {nameOf("provider", provider.id, provider.name)}
                  <span className="block text-[13px] text-ink-2">{placeOf(provider.region, provider.country)}</span>
                </Td>
                <Td numeric>{provider.firstTokenP50 === null ? "—" : formatMs(provider.firstTokenP50)}</Td>
                <Td numeric wide>
                  {provider.firstTokenP95 === null ? "—" : formatMs(provider.firstTokenP95)}
                </Td>
                <Td numeric>{formatCount(provider.answers)}</Td>
                <Td wide>
                  {provider.lastServedAt === null ? "never" : <TimeAgo at={provider.lastServedAt} now={now} />}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
