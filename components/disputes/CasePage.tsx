import { connection } from "next/server";
import { RULING_PERIOD } from "@/lib/chain/arbiter.ts";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { type CourtCase, caseById, disputesOf } from "@/lib/db/queries/cases.ts";
import { formatDateTime, formatRelative } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { disputesHref } from "../../lib/site/hrefs.ts";
import { pageClock } from "../../lib/site/pageClock.ts";
import { idParam } from "../../lib/site/searchParams.ts";
import { Block } from "../display/Block.tsx";
import { Refresh } from "../display/Refresh.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { CaseVotes } from "./CaseVotes.tsx";
import { challengerBond } from "./challengerBond.ts";
import { Evidence } from "./Evidence.tsx";
import { subjectKind, subjectText } from "./subject.tsx";

/** Signatures come from others, and whoever is first carries the verdict out. */
const EVERY_SECONDS = 6;

export async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const { id: text } = await params;
  const id = idParam.parse(text);
  const one = id === undefined ? null : await caseById(sql(), readDeployment().contracts, id);
  if (!one) {
    return (
      <>
        <PageHeader title="No such case" />
        <EmptyState
          title={`No case ${text} is on record here`}
          action={<LinkButton href={disputesHref}>All disputes</LinkButton>}
        >
          Cases are numbered in the order they are opened. One that was opened a moment ago appears when the indexer has
          read its block; one about another contract’s epoch is not shown.
        </EmptyState>
      </>
    );
  }
  const [now, disputes, bond] = await Promise.all([
    pageClock(),
    one.subject === "epoch" ? disputesOf(sql(), one.settlement, { epoch: one.subjectId }) : [],
    challengerBond(one),
  ]);
  const dispute = disputes.find(({ at }) => at <= one.openedAt) ?? null;
  return (
    <>
      <PageHeader
        eyebrow={`Case ${one.id} · ${subjectKind(one)} · opened ${formatDateTime(one.openedAt)}`}
        title={subjectText(one)}
      >
        {standing(one)}
      </PageHeader>
      {one.ruledAt === null && <Refresh seconds={EVERY_SECONDS} />}
      <CaseFigures one={one} bond={bond} now={now} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          {dispute && (
            <Card
              id="claim"
              title="What the challenger claims"
              note="The reason given with the dispute, on the chain, in the challenger’s words."
            >
              <p className="max-w-prose whitespace-pre-wrap font-serif text-[16px] leading-relaxed [overflow-wrap:anywhere]">
                {dispute.reason || <span className="text-ink-3">No reason was given.</span>}
              </p>
            </Card>
          )}
          <Card
            id="evidence"
            title={dispute ? "What came with the case" : "Evidence"}
            note={`${dispute ? "By whoever opened the case of the dispute: often an attributor’s worker, which redid the epoch and writes what it found, for the claim or against it" : "What the challenger claims, in the challenger’s words"}. The chain holds its hash; the text comes from the store and is hashed again here.`}
          >
            <Block what="The evidence" skeleton={<BlockSkeleton className="h-32" />}>
              <Evidence hash={one.evidenceHash as `0x${string}`} />
            </Block>
          </Card>
          <Block what="The votes" skeleton={<BlockSkeleton className="h-48" />}>
            <CaseVotes one={one} />
          </Block>
        </div>
        <CaseFacts one={one} dispute={dispute} />
      </div>
    </>
  );
}

function standing({ guilty, subject, weight, overtaken }: CourtCase): string {
  if (overtaken)
    return "A proof showed the chain itself that the epoch’s root is malformed: it was rejected, and the disputer has the bond back. Nothing is left to rule on; the case can be closed.";
  if (guilty === null) return "Open. Staked validators rule by signed verdicts; two thirds of their stake decide.";
  const who = weight === 0n ? "Governance" : "The validators";
  if (!guilty) return `${who} refused the claim: half of the bond went to the accused, half was burnt.`;
  const then = {
    epoch: "the epoch’s root was rejected and its money goes to the next one",
    asset: "its stakers answered for it",
    contribution: "it was taken down",
  }[subject];
  return `${who} upheld the claim: ${then}, and the challenger has the bond back.`;
}

function CaseFigures({ one, bond, now }: { one: CourtCase; bond: bigint | null; now: number }) {
  const end = one.weighedFrom + RULING_PERIOD;
  return (
    <Stats>
      {one.overtaken ? (
        <Stat value="epoch rejected">by a proof; the case can be closed</Stat>
      ) : one.ruledAt === null ? (
        <Stat value={now < end ? formatRelative(end, now).replace("in ", "") : "now"}>
          {now < end
            ? `until governance may rule, ${formatDateTime(end)}`
            : "governance may rule, since the validators did not in 5 days"}
        </Stat>
      ) : (
        <Stat value={one.guilty ? "claim upheld" : "claim refused"}>ruled {formatDateTime(one.ruledAt)}</Stat>
      )}
      <Stat
        value={one.slashed === null ? one.guilty === null ? "—" : "0" : <Amount wei={one.slashed} preset="precise" />}
        unit={one.slashed === null ? undefined : "OPEN"}
      >
        slashed{one.slashBps ? `, ${formatBps(one.slashBps)} of the pool: half to the challenger, half burnt` : ""}
      </Stat>
      <Stat
        value={bond === null ? "unknown" : <Amount wei={bond} preset="whole" />}
        unit={bond === null ? undefined : "OPEN"}
      >
        bond of the challenger{one.subject === "epoch" && ", put up with the dispute"}
      </Stat>
    </Stats>
  );
}
