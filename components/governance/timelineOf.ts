import type { Proposal } from "@/lib/db/queries/proposals.ts";
import { type ProposalState, votingEnds, votingOpens } from "../../lib/governance/proposalState.ts";
import { formatSeconds } from "../../lib/governance/quantity.ts";

export type Entry = {
  name: string;
  /** Unix seconds; null where it depends on what somebody does. */
  at: number | null;
  /** What it depends on. */
  hint?: string;
  tx?: string | null;
  bad?: true;
};

type Moments = Pick<
  Proposal,
  | "createdAt"
  | "voteStart"
  | "voteEnd"
  | "queuedAt"
  | "eta"
  | "executedAt"
  | "canceledAt"
  | "tx"
  | "queueTx"
  | "executeTx"
  | "cancelTx"
>;

/** What has happened to a proposal and what would come. @param delay of the timelock, in seconds */
export function timelineOf(proposal: Moments, state: ProposalState, delay: number | null): Entry[] {
  const created: Entry = { name: "Proposed", at: proposal.createdAt, tx: proposal.tx };
  const opens: Entry = { name: "Voting opens, votes are weighed", at: votingOpens(proposal) };
  const closes: Entry = { name: "Voting ends", at: votingEnds(proposal) };
  if (state === "canceled")
    return [created, { name: "Taken back", at: proposal.canceledAt, tx: proposal.cancelTx, bad: true }];
  if (state === "defeated") return [created, opens, { ...closes, name: "Voting ended: it failed", bad: true }];
  const after = delay === null ? "after the timelock’s delay" : `${formatSeconds(BigInt(delay))} after it is queued`;
  return [
    created,
    opens,
    closes,
    { name: "Queued in the timelock", at: proposal.queuedAt, tx: proposal.queueTx, hint: "by anybody, if it passes" },
    { name: "Executable", at: proposal.eta, hint: after },
    { name: "Executed", at: proposal.executedAt, tx: proposal.executeTx, hint: "by anybody" },
  ];
}
