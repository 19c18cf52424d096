import { formatRelative } from "../../lib/format/date.ts";
import {
  isExecutable,
  type ProposalFacts,
  type ProposalState,
  votingEnds,
  votingOpens,
} from "../../lib/governance/proposalState.ts";

/** What a proposal waits for and until when, or how it ended: one short line. `now` is chain time in unix seconds. */
export function clockLine(state: ProposalState, facts: ProposalFacts, now: number): string {
  const when = (at: number) => formatRelative(at, now);
  switch (state) {
    case "pending":
      return `Voting opens ${when(votingOpens(facts))}`;
    case "active":
      return `Voting ends ${when(votingEnds(facts))}`;
    case "succeeded":
      return "Anybody can queue it";
    case "queued":
      return isExecutable(state, facts.eta, now) ? "Anybody can execute it" : `Executable ${when(facts.eta!)}`;
    case "executed":
      return `Executed ${when(facts.executedAt!)}`;
    case "canceled":
      return `Taken back ${when(facts.canceledAt!)}`;
    case "defeated":
      return `${whyDefeated(facts)} ${when(votingEnds(facts))}`;
    default:
      return `Ended ${when(votingEnds(facts))}`;
  }
}

function whyDefeated({ forVotes, againstVotes, abstainVotes, quorum }: ProposalFacts): string {
  if (forVotes + abstainVotes >= quorum) return "Voted down";
  return againstVotes > forVotes ? "Voted down, and without a quorum," : "No quorum when voting ended";
}
