import Link from "next/link";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { type Contribution, contributionById } from "@/lib/db/queries/contributions.ts";
import { reviewsOfContribution } from "@/lib/db/queries/reviews.ts";
import { formatBps, formatCount, formatPlural } from "@/lib/format/number.ts";
import { datanetHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { idParam, pageParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Block } from "../display/Block.tsx";
import { Defined } from "../display/Defined.tsx";
import { Fee } from "../display/Fee.tsx";
import { nameOf, ZERO_ADDRESS } from "../display/names.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Note } from "../ui/Note.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BlockSkeleton, TableSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { ContributionFacts } from "./ContributionFacts.tsx";
import { ContributionText } from "./ContributionText.tsx";
import { ContributionUses } from "./ContributionUses.tsx";
import { ExpireCard } from "./ExpireCard.tsx";
import { overdue } from "./overdue.ts";
import { ReviewTable } from "./ReviewTable.tsx";
import { shownStatus, statusMeaning } from "./status.tsx";

type Props = { params: Promise<{ id: string; contribution: string }>; searchParams: Promise<RawParams> };

export async function ContributionPage({ params, searchParams }: Props) {
  await connection();
  const { id: datanet, contribution: text } = await params;
  const id = idParam.parse(text);
  const contribution = id === undefined ? null : await contributionById(sql(), id);
  if (!contribution || String(contribution.datanet) !== datanet) {
    return (
      <>
        <PageHeader title="No such contribution" />
        <EmptyState
          title={`Datanet ${datanet} holds no contribution ${text}`}
          action={
            <LinkButton href={datanetHref(datanet, { tab: "contributions" })}>Contributions of this datanet</LinkButton>
          }
        >
          A contribution’s number is its place in the ledger of all datanets. A new one appears when the indexer has
          read its block.
        </EmptyState>
      </>
    );
  }
  const page = pageParam.parse((await searchParams).page);
  const commons = contribution.contributor === ZERO_ADDRESS;
  const why = overdue(contribution, await pageClock());
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link className="link" href={datanetHref(contribution.datanet)}>
              {nameOf("datanet", contribution.datanet, contribution.datanetName)}
            </Link>{" "}
            · contribution {String(contribution.id)}
            {contribution.inVersion !== null && ` · in version ${contribution.inVersion}`}
          </>
        }
        title={contribution.title ?? `Contribution ${contribution.id}`}
      >
        {statusMeaning(shownStatus(contribution))}
      </PageHeader>
      <Stats>
        {!commons && (
          <Stat value={<Fee wei={contribution.earned} preset="precise" />} unit="OPEN">
            <Defined by="earned">earned from fees</Defined>
          </Stat>
        )}
        {!commons && (
          <Stat value={formatCount(contribution.answers)}>
            {contribution.answers === 1 ? "answer" : "answers"} used it
          </Stat>
        )}
        <Stat value={formatCount(contribution.words)}>words</Stat>
        <Stat value={contribution.noveltyBps === null ? "—" : formatBps(contribution.noveltyBps)}>
          <Defined by="novelty">novelty</Defined>
        </Stat>
      </Stats>
      <Verdict contribution={contribution} />
      {why && <ExpireCard contribution={contribution.id} why={why} />}
      <div className="grid grid-cols-1 gap-6">
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
          <Card id="text" title="Text" note="As the contributor wrote it, from the content-addressed store.">
            <Block what="The text" skeleton={<BlockSkeleton className="h-48" />}>
              <ContributionText cid={contribution.cid} />
            </Block>
          </Card>
          <ContributionFacts contribution={contribution} />
        </div>
        {!commons && (
          <Card
            id="uses"
            title="Answers that used it"
            note={contribution.answers > 0 ? formatPlural(contribution.answers, "answer") : undefined}
          >
            <Block what="The answers" skeleton={<TableSkeleton rows={5} />}>
              <ContributionUses contribution={contribution} page={page} />
            </Block>
          </Card>
        )}
        <Card id="reviews" title="Reviews">
          <Block what="The reviews" skeleton={<TableSkeleton rows={3} />}>
            <Reviews contribution={contribution} />
          </Block>
        </Card>
      </div>
    </>
  );
}

async function Reviews({ contribution }: { contribution: Contribution }) {
  const reviews = await reviewsOfContribution(sql(), contribution.id);
  if (reviews.length > 0) return <ReviewTable reviews={reviews} />;
  return (
    <EmptyState title="No reviews">
      {contribution.contributor === ZERO_ADDRESS
        ? "The commons is added by governance and is not reviewed."
        : "Reviews are recorded on chain when the contribution is decided."}
    </EmptyState>
  );
}

function Verdict({ contribution }: { contribution: Contribution }) {
  const { problem, status } = contribution;
  if (!problem) return null;
  return (
    <div className="mb-6">
      <Note
        tone={status === "rejected" ? "bad" : "warn"}
        title={status === "rejected" ? "Why it was rejected" : "What intake found"}
      >
        {problem}
      </Note>
    </div>
  );
}
