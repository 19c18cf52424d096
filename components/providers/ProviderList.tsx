import Link from "next/link";
import { connection } from "next/server";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { type CourtCase, listCases } from "@/lib/db/queries/cases.ts";
import { listProviders, type ProviderRecord } from "@/lib/db/queries/providers.ts";
import { formatCount, formatMs, formatShare } from "@/lib/format/number.ts";
import { caseHref, newCaseHref, stakeHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { nameOf, placeOf } from "../display/names.ts";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { ProviderPlaces } from "./ProviderPlaces.tsx";

/** All registered providers, and where they say they stand. */
export async function ProviderList() {
  await connection();
  const [providers, cases] = await Promise.all([listProviders(sql()), listCases(sql(), readDeployment().contracts)]);
  if (providers.length === 0) {
    return (
      <EmptyState title="No provider is registered">
        Nobody can be asked until one is. Anybody can run one: register it, stake 1,000 OPEN on it, and start
        services/provider.
      </EmptyState>
    );
  }
  const answers = providers.reduce((sum, provider) => sum + provider.answers, 0);
  const largest = Math.max(...providers.map((provider) => provider.answers));
  return (
    <>
      <Stats>
        <Stat value={formatCount(providers.length)}>registered</Stat>
        <Stat value={formatCount(answers)}>answers served, all time</Stat>
        <Stat value={formatShare(BigInt(largest), BigInt(answers))}>of them by the largest one</Stat>
        <Stat
          value={<Amount wei={providers.reduce((sum, { tokens }) => sum + tokens, 0n)} preset="whole" />}
          unit="OPEN"
        >
          <Defined by="atRisk">at risk</Defined> behind them
        </Stat>
      </Stats>
      <div className="grid grid-cols-1 gap-6">
        <Card id="providers" title="Measured">
          <Table caption="Registered providers">
            <thead>
              <tr>
                <Th>Provider</Th>
                <Th numeric wide>
                  <Defined by="pricePaid">Paid per 1,000 tokens, OPEN</Defined>
                </Th>
                <Th numeric>
                  <Defined by="firstToken">First token, p50</Defined>
                </Th>
                <Th numeric wide>
                  <Defined by="throughput">Words per s</Defined>
                </Th>
                <Th numeric>
                  <Defined by="uptime">Uptime, 7 d</Defined>
                </Th>
                <Th numeric wide>
                  Answers
                </Th>
                <Th numeric wide>
                  <Defined by="atRisk">At risk, OPEN</Defined>
                </Th>
                <Th wide>
                  <span className="sr-only">Action</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {providers.map((provider) => (
                <Row
                  key={provider.id}
                  provider={provider}
                  cases={cases.filter(({ subject, subjectId }) => subject === "asset" && subjectId === provider.id)}
                />
              ))}
            </tbody>
          </Table>
        </Card>
        <ProviderPlaces providers={providers} />
      </div>
    </>
  );
}

function Row({ provider, cases }: { provider: ProviderRecord; cases: CourtCase[] }) {
  const name = nameOf("provider", provider.id, provider.name);
  return (
    <tr id={`provider-${provider.id}`} className="target:bg-sunken">
      <Td>
        {name}
        <span className="block text-[13px] text-ink-2">{placeOf(provider.region, provider.country)}</span>
        <span className="block text-[13px]">
          {cases.map((one) => (
            <Link key={one.id} className="link mr-2 whitespace-nowrap" href={caseHref(one.id)} prefetch={false}>
              case {String(one.id)}, {one.guilty === null ? "open" : one.guilty ? "claim upheld" : "claim refused"}
            </Link>
          ))}
          <Link
            className="link"
            href={newCaseHref("asset", provider.id)}
            prefetch={false}
            aria-label={`Bring a case against ${name}`}
          >
            bring a case
          </Link>
        </span>
      </Td>
      <Td numeric wide>
        {provider.perThousandTokens === null ? "—" : <Amount wei={provider.perThousandTokens} preset="precise" />}
      </Td>
      <Td numeric>{provider.firstTokenP50 === null ? "—" : formatMs(provider.firstTokenP50)}</Td>
      <Td numeric wide>
        {provider.tokensPerSecond === null ? "—" : formatCount(provider.tokensPerSecond)}
      </Td>
      <Td numeric>
        {provider.asked === 0 ? (
          <span className="text-ink-3" title="Nobody has asked yet">
            unknown
          </span>
        ) : (
          <span title={`${formatCount(provider.answered)} of ${formatCount(provider.asked)} checks answered`}>
            {formatShare(BigInt(provider.answered), BigInt(provider.asked))}
          </span>
        )}
      </Td>
      <Td numeric wide>
        {formatCount(provider.answers)}
      </Td>
      <Td numeric wide>
        <Amount wei={provider.tokens} preset="whole" />
      </Td>
      <Td wide className="text-right">
        <LinkButton href={stakeHref(provider.id)} size="small" variant="plain" aria-label={`Stake on ${name}`}>
          Stake
        </LinkButton>
      </Td>
    </tr>
  );
}
