import { connection } from "next/server";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { currentParameters } from "@/lib/db/queries/parameters.ts";
import { ballotsOf, changesOf, type Proposal, proposalById } from "@/lib/db/queries/proposals.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import type { DecodedCall } from "@/lib/governance/decodeCall.ts";
import { delegatedAt } from "@/lib/governance/delegatedAt.ts";
import { readDescription } from "@/lib/governance/description.ts";
import { isExecutable, proposalState } from "@/lib/governance/proposalState.ts";
import { pageClock } from "@/lib/site/pageClock.ts";
import { proposalsHref } from "../../lib/site/hrefs.ts";
import { proposalParam } from "../../lib/site/searchParams.ts";
import { MarkedText } from "../display/MarkedText.tsx";
import { Refresh } from "../display/Refresh.tsx";
import { Address } from "../ui/Address.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BallotTable } from "./BallotTable.tsx";
import { CallList } from "./CallList.tsx";
import { callsOf } from "./changesOf.ts";
import { clockLine } from "./clockLine.ts";
import { ProposalActions } from "./ProposalActions.tsx";
import { QuorumCard } from "./QuorumCard.tsx";
import { StateTag } from "./states.tsx";
import { Timeline } from "./Timeline.tsx";

const EVERY_SECONDS = 12;
const BALLOTS = 200;

export async function ProposalPage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const id = proposalParam.parse((await params).id);
  const proposal = id === undefined ? null : await proposalById(sql(), id);
  if (!proposal) return <UnknownProposal />;
  const now = await pageClock();
  const [delegated, ballots, values, before] = await Promise.all([
    delegatedAt(proposal.voteStart, now),
    ballotsOf(sql(), proposal.id, BALLOTS),
    currentParameters(sql()),
    valuesBefore(proposal),
  ]);
  const state = proposalState(proposal, now);
  const { title, text } = readDescription(proposal.description);
  const delay = values.get("timelock.minDelay");
  return (
    <>
      <Refresh seconds={EVERY_SECONDS} />
      <PageHeader
        eyebrow={
          <>
            Proposal by <Address address={proposal.proposer} /> · {formatDateTime(proposal.createdAt)}
          </>
        }
        title={title}
      >
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[15px]">
          <StateTag state={state} executable={isExecutable(state, proposal.eta, now)} />
          {clockLine(state, proposal, now)}
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid min-w-0 grid-cols-1 gap-6 lg:col-start-2 lg:row-start-1">
          <ProposalActions proposal={proposal} state={state} now={now} />
          <QuorumCard facts={proposal} delegated={delegated} />
          <Timeline proposal={proposal} state={state} now={now} delay={delay === undefined ? null : Number(delay)} />
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-6 lg:col-start-1 lg:row-start-1">
          <Card id="calls" title="What it does" note={doneNote(state)}>
            <CallList
              calls={callsOf(proposal, readDeployment())}
              before={(call) => before(call) ?? presentOf(values, call)}
            />
          </Card>
          <Card id="why" title="Why">
            {text ? (
              <div className="max-w-prose whitespace-pre-wrap break-words font-serif text-[17px] leading-relaxed">
                <MarkedText text={text} />
              </div>
            ) : (
              <p className="text-[14px] text-ink-2">The proposer gave no reason.</p>
            )}
            <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
              <span>
                Proposal number <Hash value={String(proposal.id)} />
              </span>
              <CopyButton text={String(proposal.id)} label="Copy number" />
            </p>
          </Card>
          <Card id="ballots" title="Votes and reasons">
            <BallotTable
              ballots={ballots}
              total={proposal.ballots}
              cast={proposal.forVotes + proposal.againstVotes + proposal.abstainVotes}
              now={now}
            />
          </Card>
        </div>
      </div>
    </>
  );
}

const doneNote = (state: string) =>
  state === "executed"
    ? "Done by the timelock; the value before is that of the moment."
    : "By the timelock, if it passes.";

const presentOf = (values: Map<string, bigint>, { sets }: DecodedCall) =>
  sets ? (values.get(`${sets.parameter.contract}.${sets.parameter.name}`) ?? null) : null;

/** Of an executed proposal, what each parameter was before; nothing of another. */
async function valuesBefore({ executeTx }: Proposal): Promise<(call: DecodedCall) => bigint | null> {
  const changes = executeTx ? await changesOf(sql(), executeTx) : [];
  return ({ sets }) =>
    changes.find(({ contract, name }) => contract === sets?.parameter.contract && name === sets.parameter.name)?.old ??
    null;
}

function UnknownProposal() {
  return (
    <>
      <PageHeader title="No such proposal" />
      <EmptyState
        title="The index knows no proposal under that number"
        action={<LinkButton href={proposalsHref()}>All proposals</LinkButton>}
      >
        The link may be cut short: a proposal’s number is long. One that was made a moment ago appears when the indexer
        has read its block.
      </EmptyState>
    </>
  );
}
