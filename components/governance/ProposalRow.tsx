import Link from "next/link";
import type { Proposal } from "@/lib/db/queries/proposals.ts";
import { readDescription } from "@/lib/governance/description.ts";
import { isExecutable, proposalState } from "@/lib/governance/proposalState.ts";
import { proposalHref } from "../../lib/site/hrefs.ts";
import { Address } from "../ui/Address.tsx";
import { clockLine } from "./clockLine.ts";
import { ListTally } from "./ListTally.tsx";
import { StateTag } from "./states.tsx";

/** One proposal of the list: what it is, where it stands, how the votes are. */
export function ProposalRow({ proposal, changes, now }: { proposal: Proposal; changes: string; now: number }) {
  const state = proposalState(proposal, now);
  const { title } = readDescription(proposal.description);
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
        <ListTally facts={proposal} />
      </div>
    </li>
  );
}
