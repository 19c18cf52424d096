import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { lineageOf, type ModelSummary, modelById } from "@/lib/db/queries/models.ts";
import { formatBps, formatCount, formatMs } from "@/lib/format/number.ts";
import { newCaseHref, playgroundHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { idParam } from "../../lib/site/searchParams.ts";
import { Block } from "../display/Block.tsx";
import { Contact } from "../display/Contact.tsx";
import { Defined } from "../display/Defined.tsx";
import { Fact, Facts } from "../display/Facts.tsx";
import { nameOf } from "../display/names.ts";
import { Refresh } from "../display/Refresh.tsx";
import { ProviderTable } from "../providers/ProviderTable.tsx";
import { PoolTables } from "../staking/PoolTables.tsx";
import { ConfusionTable } from "../train/ConfusionTable.tsx";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { Tag } from "../ui/Tag.tsx";
import { CallIt } from "./CallIt.tsx";
import { Lineage } from "./Lineage.tsx";
import { ModelRevenue } from "./ModelRevenue.tsx";
import { ModelVersions } from "./ModelVersions.tsx";
import { SplitBar } from "./SplitBar.tsx";
import { splitOf } from "./split.ts";

const waiting = <BlockSkeleton className="h-48" />;

export async function ModelPage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const { id: text } = await params;
  const id = idParam.parse(text);
  const model = id === undefined ? null : await modelById(sql(), id);
  if (!model) {
    return (
      <>
        <PageHeader title="No such model" />
        <EmptyState
          title={`Nothing is registered as model ${text}`}
          action={<LinkButton href="/models">All models</LinkButton>}
        >
          Numbers are given out by the registry in order. One that was registered a moment ago appears when the indexer
          has read its block.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        eyebrow={`Model ${model.id} · version ${model.version} · ${model.licence ?? "licence unknown"}`}
        title={nameOf("model", model.id, model.name)}
        action={
          <LinkButton href={playgroundHref(model.id)} variant="primary">
            Try it
          </LinkButton>
        }
      >
        {model.summary ?? "Its document has not been read yet; the registry entry is shown."}
      </PageHeader>
      {/* The worker reads the document of a model that was registered a moment ago. */}
      {model.name === null && <Refresh seconds={2} />}
      <ModelFigures model={model} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <Block what="The lineage" skeleton={waiting}>
            <ModelLineage model={model} />
          </Block>
          {model.evaluation && (
            <Card
              id="evaluation"
              title="Evaluation"
              note="As its document tells it; “Recompute here” on any of its receipts trains it again and compares. Near copies among the texts, under nine tenths alike, make it look better than it is on texts of another kind."
            >
              <ConfusionTable evaluation={model.evaluation} />
            </Card>
          )}
          <Block what="The revenue" skeleton={waiting}>
            <ModelRevenue model={model.id} />
          </Block>
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <ModelCard model={model} />
          <Card id="split" title="Where each fee goes">
            <SplitBar parts={splitOf(model)} />
            <p className="mt-3 text-[13px] text-ink-2">
              What attribution cannot give to a contributor goes to the protocol’s treasury too.
            </p>
          </Card>
        </div>
      </div>
      <div className="mt-6 grid grid-cols-1 gap-6">
        <Block what="The code sample" skeleton={waiting}>
          <CallIt model={model.id} />
        </Block>
        <Block what="The providers" skeleton={waiting}>
          <ProviderTable model={model.id} />
        </Block>
        <Block what="The stake" skeleton={waiting}>
          <PoolTables asset={model.id} />
        </Block>
        <Block what="The versions" skeleton={waiting}>
          <ModelVersions model={model.id} />
        </Block>
      </div>
      <p className="mt-6 text-[13px] text-ink-2">
        Not what its lineage claims?{" "}
        <Link className="link" href={newCaseHref("asset", model.id)} prefetch={false}>
          Bring a case
        </Link>
      </p>
    </>
  );
}

function ModelFigures({ model }: { model: ModelSummary }) {
  return (
    <Stats>
      <Stat
        value={
          <Link href={receiptsHref({ model: String(model.id) })} className="hover:text-accent">
            {formatCount(model.answers)}
          </Link>
        }
      >
        answers, all time
      </Stat>
      <Stat value={<Amount wei={model.fees} preset="precise" />} unit="OPEN">
        fees paid for them
      </Stat>
      <Stat value={model.coverageBps === null ? "—" : formatBps(model.coverageBps)}>
        <Defined by="coverage">attributed, mean of its answers</Defined>
      </Stat>
      <Stat value={model.firstTokenP50 === null ? "—" : formatMs(model.firstTokenP50)}>
        <Defined by="firstToken">to the first token, p50</Defined>
      </Stat>
    </Stats>
  );
}

/** What a model's document calls its method. */
const methods: Record<string, string> = {
  "datanet-extractive": "quotes its datanets; attributed by phrases (lona-1)",
  "datanet-classifier": "classifier trained on its datanets; attributed by influence (influence-1)",
  openai: "an upstream of its own; attributed by phrases (lona-1)",
};

function ModelCard({ model }: { model: ModelSummary }) {
  return (
    <Card id="card" title="Card">
      <p className="mb-4 whitespace-pre-line text-[14px]">{model.description ?? "No description was given."}</p>
      <Facts>
        <Fact label="Price">
          {model.perThousandTokens !== null && (
            <>
              <Amount wei={model.perThousandTokens} preset="exact" unit /> per 1,000 tokens, in and out
            </>
          )}
        </Fact>
        <Fact label="Method">{model.method && (methods[model.method] ?? model.method)}</Fact>
        <Fact label="Licence">{model.licence && <Tag>{model.licence}</Tag>}</Fact>
        <Fact label="Owner">
          <Address address={model.owner} />
        </Fact>
        <Fact label="Contact">
          <Contact contact={model.contact} />
        </Fact>
      </Facts>
    </Card>
  );
}

async function ModelLineage({ model }: { model: ModelSummary }) {
  const parents = await lineageOf(sql(), model.id, model.version);
  return <Lineage model={nameOf("model", model.id, model.name)} version={model.version} parents={parents} />;
}
