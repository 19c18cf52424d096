import { connection } from "next/server";
import { z } from "zod";
import { COMMONS } from "@/lib/chain/commons.ts";
import { sql } from "@/lib/db/client.ts";
import { datanetById } from "@/lib/db/queries/datanets.ts";
import { formatBps, formatCount, formatPlural } from "@/lib/format/number.ts";
import { contributeHref, datanetHref } from "../../lib/site/hrefs.ts";
import { choiceParam, idParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Block } from "../display/Block.tsx";
import { Defined } from "../display/Defined.tsx";
import { nameOf } from "../display/names.ts";
import { PoolTables } from "../staking/PoolTables.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { TableSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { DatanetContributions } from "./DatanetContributions.tsx";
import { DatanetOverview } from "./DatanetOverview.tsx";
import { DatanetReviews } from "./DatanetReviews.tsx";
import { DatanetUsage } from "./DatanetUsage.tsx";

const datanetTabs = ["overview", "contributions", "usage", "stake", "reviews"] as const;
const labels = {
  overview: "Overview",
  contributions: "Contributions",
  usage: "Earnings",
  stake: "Stake",
  reviews: "Reviews",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParams> };

export async function DatanetPage({ params, searchParams }: Props) {
  await connection();
  const { id: text } = await params;
  const raw = await searchParams;
  const id = idParam.parse(text);
  const datanet = id === undefined ? null : await datanetById(sql(), id);
  if (!datanet) return <UnknownDatanet id={text} />;
  const tab = z.object({ tab: choiceParam(datanetTabs) }).parse(raw).tab ?? "overview";
  const name = nameOf("datanet", datanet.id, datanet.name);
  const commons = datanet.id === COMMONS;
  const view = {
    overview: <DatanetOverview datanet={datanet} />,
    contributions: <DatanetContributions datanet={datanet} raw={raw} />,
    usage: <DatanetUsage datanet={datanet} />,
    stake: <PoolTables asset={datanet.id} />,
    reviews: <DatanetReviews datanet={datanet} raw={raw} />,
  }[tab];
  return (
    <>
      <PageHeader
        eyebrow={`Datanet ${datanet.id} · version ${datanet.version} · ${datanet.licence ?? "licence unknown"}`}
        title={name}
        action={
          !commons && (
            <LinkButton href={contributeHref(datanet.id)} variant="primary">
              Contribute
            </LinkButton>
          )
        }
      >
        {datanet.summary ?? "Its document has not been read yet; the registry entry is shown."}
      </PageHeader>
      <Stats>
        <Stat value={formatCount(datanet.accepted)}>
          {datanet.accepted === 1 ? "contribution" : "contributions"} accepted
          {!commons &&
            `, of ${formatCount(datanet.contributions)} sent in, from ${formatPlural(datanet.contributors, "contributor")}`}
        </Stat>
        <Stat value={formatCount(datanet.words)}>words</Stat>
        <Stat value={datanet.noveltyBps === null ? "—" : formatBps(datanet.noveltyBps)}>
          <Defined by="novelty">novelty</Defined>
        </Stat>
        {!commons && (
          <Stat
            value={
              <span className="text-fee">
                <Amount wei={datanet.paid} preset="precise" />
              </span>
            }
            unit="OPEN"
          >
            <Defined by="toContributors">earned by contributors, from fees</Defined> of {formatCount(datanet.answers)}{" "}
            answers
          </Stat>
        )}
      </Stats>
      <Tabs
        label={name}
        items={datanetTabs
          .filter((key) => key !== "stake" || !commons)
          .map((key) => ({
            href: datanetHref(datanet.id, { tab: key === "overview" ? undefined : key }),
            label: labels[key],
            count: key === "contributions" ? `${formatCount(datanet.contributions)} sent in` : undefined,
            current: key === tab,
          }))}
      />
      <Block what={`The ${labels[tab].toLowerCase()}`} skeleton={<TableSkeleton rows={8} />}>
        {view}
      </Block>
    </>
  );
}

function UnknownDatanet({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="No such datanet" />
      <EmptyState
        title={`Nothing is registered as datanet ${id}`}
        action={<LinkButton href="/datanets">All datanets</LinkButton>}
      >
        Numbers are given out by the registry in order. One that was registered a moment ago appears when the indexer
        has read its block.
      </EmptyState>
    </>
  );
}
