import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listProviders, type ProviderRecord } from "@/lib/db/queries/providers.ts";
import { formatCount, formatMs } from "@/lib/format/number.ts";
import { providersHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf, placeOf } from "../display/names.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";

const ms = (value: number | null) => (value === null ? "—" : formatMs(value));

/** Registered providers, or those that served a model's answers, with what was measured on them. */
export async function ProviderTable({ model }: { model?: bigint }) {
  await connection();
  const [providers, now] = await Promise.all([listProviders(sql(), model), pageClock()]);
  return (
    <Card
      id="providers"
      title="Providers"
      note="Measured on the answers they served, not declared."
      action={
        <Link className="link" href={providersHref} prefetch={false}>
          All providers
        </Link>
      }
    >
      {providers.length > 0 ? (
        <Table caption={model === undefined ? "Registered providers" : "Providers that served this model"}>
          <thead>
            <tr>
              <Th>Provider</Th>
              <Th numeric>
                <Defined by="firstToken">First token, p50</Defined>
              </Th>
              <Th numeric wide>
                p95
              </Th>
              <Th numeric wide>
                <Defined by="throughput">Words per s</Defined>
              </Th>
              <Th numeric>Answers served</Th>
              <Th wide>Last served</Th>
            </tr>
          </thead>
          <tbody>
            {providers.map((provider) => (
              <Row key={provider.id} provider={provider} now={now} />
            ))}
          </tbody>
        </Table>
      ) : model === undefined ? (
        <EmptyState title="No provider with stake is registered">Nobody can be asked until one is.</EmptyState>
      ) : (
        <EmptyState title="Nobody has served it yet">
          A provider is listed once it has answered for this model.
        </EmptyState>
      )}
    </Card>
  );
}

function Row({ provider, now }: { provider: ProviderRecord; now: number }) {
  return (
    <tr>
      <Td>
        {nameOf("provider", provider.id, provider.name)}
        <span className="block text-[13px] text-ink-2">{placeOf(provider.region, provider.country)}</span>
      </Td>
      <Td numeric>{ms(provider.firstTokenP50)}</Td>
      <Td numeric wide>
        {ms(provider.firstTokenP95)}
      </Td>
      <Td numeric wide>
        {provider.tokensPerSecond === null ? "—" : formatCount(provider.tokensPerSecond)}
      </Td>
      <Td numeric>{formatCount(provider.answers)}</Td>
      <Td wide>{provider.lastServedAt === null ? "never" : <TimeAgo at={provider.lastServedAt} now={now} />}</Td>
    </tr>
  );
}
