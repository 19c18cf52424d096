import Link from "next/link";
import type { Proposal } from "@/lib/db/queries/proposals.ts";
import { formatOpen } from "@/lib/format/money.ts";
import { formatShare } from "@/lib/format/number.ts";
import { readDescription } from "@/lib/governance/description.ts";
import { isExecutable, proposalState } from "@/lib/governance/proposalState.ts";
import { proposalHref } from "../../lib/site/hrefs.ts";
import { Address } from "../ui/Address.tsx";
import { clockLine } from "./clockLine.ts";
import { StateTag } from "./states.tsx";
import { TallyBar } from "./TallyBar.tsx";

/** One proposal of the list: what it is, where it stands, how the votes are. */
export function ProposalRow({ proposal, changes, now }: { proposal: Proposal; changes: string; now: number }) {
  const state = proposalState(proposal, now);
  const cast = proposal.forVotes + proposal.againstVotes + proposal.abstainVotes;
  const { title } = readDescription(proposal.description);
  const reached = proposal.forVotes + proposal.abstainVotes;
  return (
    <li className="grid gap-x-8 gap-y-3 border-line border-b py-5 last:border-b-0 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
          <StateTag state={state} executable={isExecutable(state, proposal.eta, now)} />
          {clockLine(state, proposal, now)}
        </p>
        <h2 className="text-[19px]">
          <Link href={proposalHref(proposal.id)} prefetch={false} className="hover:underline">
            {title}
          </Link>
        </h2>
        <p className="mt-1 text-[13px] text-ink-2">
          {changes} · proposed by <Address address={proposal.proposer} />
        </p>
      </div>
      <div className="min-w-0 text-[13px]">
        {cast === 0n ? (
          <p className="text-ink-3 md:mt-8">No votes yet</p>
        ) : (
          <>
            <p className="flex justify-between gap-4 text-ink-2">
              <span>
                <span className="font-[550] text-ink">{formatShare(proposal.forVotes, cast)}</span> for
              </span>
              <span className="num">{formatOpen(cast, "whole")} votes</span>
            </p>
            <TallyBar facts={proposal} thin />
            <p className="text-ink-2">
              {reached >= proposal.quorum ? "Quorum reached" : `${formatShare(reached, proposal.quorum)} of the quorum`}
            </p>
          </>
        )}
      </div>
    </li>
  );
}
