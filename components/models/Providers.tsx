import { sql } from "@/lib/db/client.ts";
import { listProviders } from "@/lib/db/queries/providers.ts";
import { formatCount, formatMs } from "@/lib/format/number.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf, placeOf } from "../display/names.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

const ms = (value: number | null) => (value === null ? "—" : formatMs(value));

/** Who served the model's answers, with what was measured on them. */
export async function Providers({ model }: { model: bigint }) {
  const providers = await listProviders(sql(), model);
  return (
    <Card id="providers" title="Providers" note="Measured on the answers they served, not declared.">
      {providers.length === 0 ? (
        <EmptyState title="Nobody has served it yet">
          A provider is listed once it has answered for this model.
        </EmptyState>
      ) : (
        <Table caption="Providers that served this model">
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
              <Th numeric>Served</Th>
            </tr>
          </thead>
          <tbody>
            {providers.map((provider) => (
              <tr key={provider.id}>
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
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
