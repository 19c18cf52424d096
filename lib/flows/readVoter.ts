import { unlessRefused } from "../chain/unlessRefused.ts";
import { type ProposalState, proposalState } from "../governance/proposalState.ts";
import type { Tools } from "../tx/flow.ts";
import { governorCall, stateOf } from "./governor.ts";
import { type CountedVote, voteOf } from "./voteOf.ts";

/** What the chain itself says of a proposal and of the connected account's vote on it: the index may be behind. */
export type Voter = {
  /** The chain's time, unix seconds. */
  now: number;
  state: ProposalState;
  voteStart: number;
  eta: number | null;
  voted: boolean;
  /** What it voted, once it has. */
  vote: CountedVote | null;
  /** Votes in wei; null until they are weighed. */
  weight: bigint | null;
};

/** @throws where the governor has no such proposal, or the chain does not answer: no number is made up for what could not be read */
export async function readVoter(tools: Tools, id: bigint): Promise<Voter> {
  const read = <T>(name: string, ...args: unknown[]) => tools.port.read<T>(governorCall(tools, name, args));
  const [now, ended, start, end, eta, [againstVotes, forVotes, abstainVotes], voted] = await Promise.all([
    tools.port.pendingTime(),
    stateOf(tools, id),
    read<bigint>("proposalSnapshot", id),
    read<bigint>("proposalDeadline", id),
    read<bigint>("proposalEta", id),
    read<readonly [bigint, bigint, bigint]>("proposalVotes", id),
    read<boolean>("hasVoted", id, tools.port.account),
  ]);
  // Both refuse a second that no block has reached: then nothing is weighed yet.
  const [quorum, weight, vote] = await Promise.all([
    unlessRefused(read<bigint>("quorum", start), 0n),
    unlessRefused(read<bigint>("getVotes", tools.port.account, start), null),
    voted ? voteOf(tools, id, tools.port.account) : null,
  ]);
  const times = { voteStart: Number(start), voteEnd: Number(end), eta: eta === 0n ? null : Number(eta) };
  // The governor's own state is that of its newest block: only what does not depend on time is taken from it.
  const over = { executedAt: ended === "executed" ? now : null, canceledAt: ended === "canceled" ? now : null };
  const state = proposalState({ ...times, ...over, forVotes, againstVotes, abstainVotes, quorum }, now);
  return { now, state, voteStart: times.voteStart, eta: times.eta, voted, vote, weight };
}
