/** `ProposalState` of the governor, by its number; `Expired` does not occur with a timelock. */
export const proposalStates = [
  "pending",
  "active",
  "canceled",
  "defeated",
  "succeeded",
  "queued",
  "expired",
  "executed",
] as const;

export type ProposalState = (typeof proposalStates)[number];

export type ProposalFacts = {
  /** The snapshot: votes of this second count. All times in unix seconds of chain time. */
  voteStart: number;
  voteEnd: number;
  eta: number | null;
  executedAt: number | null;
  canceledAt: number | null;
  /** Votes, in wei of OPEN. */
  forVotes: bigint;
  againstVotes: bigint;
  abstainVotes: bigint;
  /** What `for` and `abstain` together must reach. */
  quorum: bigint;
};

/** The first second in which a vote counts, and the first in which none does any more. */
export const votingOpens = ({ voteStart }: Pick<ProposalFacts, "voteStart">): number => voteStart + 1;
export const votingEnds = ({ voteEnd }: Pick<ProposalFacts, "voteEnd">): number => voteEnd + 1;

/**
 * What the governor's `state` says at `now`, both ends of the voting time as there: the snapshot's second is not active yet, the last second
 * still is. Unlike the governor's, this clock runs between blocks.
 */
export function proposalState(facts: ProposalFacts, now: number): ProposalState {
  if (facts.executedAt !== null) return "executed";
  if (facts.canceledAt !== null) return "canceled";
  if (now <= facts.voteStart) return "pending";
  if (now <= facts.voteEnd) return "active";
  const passed = facts.forVotes + facts.abstainVotes >= facts.quorum && facts.forVotes > facts.againstVotes;
  if (!passed) return "defeated";
  return facts.eta === null ? "succeeded" : "queued";
}

/** Whether the timelock lets a queued proposal through. */
export const isExecutable = (state: ProposalState, eta: number | null, now: number): boolean =>
  state === "queued" && eta !== null && now >= eta;
