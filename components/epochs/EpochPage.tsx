import Link from "next/link";
import { connection } from "next/server";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { casesAbout, disputesOf, proofAgainst } from "@/lib/db/queries/cases.ts";
import { type EpochRow, epochRow } from "@/lib/db/queries/epochRows.ts";
import { type EpochState, epochState, feesOfEpoch } from "@/lib/db/queries/epochs.ts";
import { formatDateTime, formatRelative } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { epochsHref, newCaseHref, receiptsHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { idParam } from "../../lib/site/searchParams.ts";
import { Refresh } from "../display/Refresh.tsx";
import { CaseTable } from "../disputes/CaseTable.tsx";
import { DisputeTable } from "../disputes/DisputeTable.tsx";
import { EpochTag } from "../receipts/epochTag.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { EpochFiles } from "./EpochFiles.tsx";
import { EpochFunding } from "./EpochFunding.tsx";
import { EpochTimeline } from "./EpochTimeline.tsx";
import { objectionTo } from "./objectionTo.ts";
import { RedoneTag } from "./RedoneTag.tsx";

const EVERY_SECONDS = 12;

const foundNotes = {
  equal: "It redid the epoch, and nothing differs.",
  different: "The first difference.",
  unavailable: "It cannot be redone without what is missing.",
};

export async function EpochPage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const { id: text } = await params;
  const id = idParam.parse(text);
  const epoch = id === undefined ? null : await epochRow(sql(), id);
  if (!epoch) {
    return (
      <>
        <PageHeader title="No such epoch" />
        <EmptyState
          title={`Epoch ${text} has not been sealed`}
          action={<LinkButton href={epochsHref}>All epochs</LinkButton>}
        >
          They are numbered in order. The next one is sealed when the one before it has closed.
        </EmptyState>
      </>
    );
  }
  const { contracts } = readDeployment();
  const { settlement } = contracts;
  const now = await pageClock();
  const [funded, disputes, proof, cases] = await Promise.all([
    feesOfEpoch(sql(), epoch.id, now),
    disputesOf(sql(), settlement, { epoch: epoch.id }),
    proofAgainst(sql(), settlement, epoch.id),
    casesAbout(sql(), contracts, "epoch", epoch.id),
  ]);
  const state = epochState(epoch.state, epoch.readyAt, now);
  const objection = objectionTo(state, disputes);
  const isOver = (state === "accepted" || state === "rejected") && epoch.verdict !== null;
  return (
    <>
      {!isOver && <Refresh seconds={EVERY_SECONDS} />}
      <PageHeader
        eyebrow={<EpochTag state={state} />}
        title={`Epoch ${epoch.id}`}
        action={objection && <LinkButton href={newCaseHref("epoch", epoch.id)}>{objection}</LinkButton>}
      >
        {standing(state, epoch, now, proof !== null)}
      </PageHeader>
      <EpochFigures epoch={epoch} />
      {funded && <EpochFunding epoch={epoch} funded={funded} />}
      {epoch.verdictSentence && (
        <Card
          id="found"
          title="What the watcher found"
          note={epoch.verdict && foundNotes[epoch.verdict]}
          className="mb-6"
        >
          <p className="break-words text-[14px]">{epoch.verdictSentence}</p>
        </Card>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <EpochTimeline epoch={epoch} disputes={disputes} proof={proof} now={now} />
        <EpochFiles epoch={epoch} />
      </div>
      {disputes.length > 0 && (
        <Card id="disputes" title="Disputes" className="mt-6">
          <DisputeTable disputes={disputes} now={now} />
        </Card>
      )}
      {cases.length > 0 && (
        <Card id="cases" title="Cases" className="mt-6">
          <CaseTable cases={cases} now={now} />
        </Card>
      )}
    </>
  );
}

function standing(state: EpochState, { readyAt }: EpochRow, now: number, isProven: boolean): string {
  const when = readyAt === null ? "" : formatDateTime(readyAt);
  return {
    sealed: "Its sum is fixed; its root is about to be posted.",
    window: `Anybody may object until ${when}, ${readyAt === null ? "" : formatRelative(readyAt, now)}; then it can be claimed.`,
    accepted: `Accepted since ${when}: what it pays can be claimed for ever, to the payee by anybody.`,
    disputed: "Somebody objects to its root; nothing can be claimed under it until that is decided.",
    rejected: isProven
      ? "A proof showed the chain itself that its root is malformed: it was refused at once, without a judge; its money is part of the next epoch."
      : "Its root was refused; its money is part of the next epoch.",
  }[state];
}

function EpochFigures({ epoch }: { epoch: EpochRow }) {
  return (
    <Stats>
      <Stat value={<Amount wei={epoch.added} preset="precise" />} unit="OPEN">
        it distributes
      </Stat>
      <Stat value={<Amount wei={epoch.sealedTotal} preset="precise" />} unit="OPEN">
        sealed in all, this epoch included
      </Stat>
      <Stat
        value={
          <Link className="hover:text-accent" href={receiptsHref({ epoch: String(epoch.id) })}>
            {formatCount(epoch.answers)}
          </Link>
        }
      >
        answers on record here
      </Stat>
      <Stat value={<RedoneTag verdict={epoch.verdict} />}>redone by this server’s watcher</Stat>
    </Stats>
  );
}
