import { expect, it } from "vitest";
import { type ProposalFacts, proposalState } from "../../lib/governance/proposalState.ts";
import { clockLine } from "./clockLine.ts";

const HOUR = 3_600;
const facts: ProposalFacts = {
  voteStart: 10 * HOUR,
  voteEnd: 20 * HOUR,
  eta: null,
  executedAt: null,
  canceledAt: null,
  forVotes: 50n,
  againstVotes: 10n,
  abstainVotes: 0n,
  quorum: 40n,
};

it.each<[Partial<ProposalFacts>, number, string]>([
  [{}, 5, "Voting opens in 5 h"],
  [{}, 10, "Voting opens in 1 s"],
  [{}, 18, "Voting ends in 2 h"],
  [{}, 21, "Anybody can queue it"],
  [{ quorum: 60n }, 22.5, "No quorum when voting ended 2 h ago"],
  [{ againstVotes: 60n }, 22.5, "Voted down 2 h ago"],
  [{ againstVotes: 60n, quorum: 60n }, 22.5, "Voted down, and without a quorum, 2 h ago"],
  [{ eta: 30 * HOUR }, 27, "Executable in 3 h"],
  [{ eta: 30 * HOUR }, 30, "Anybody can execute it"],
  [{ eta: 30 * HOUR, executedAt: 31 * HOUR }, 33, "Executed 2 h ago"],
  [{ canceledAt: 5 * HOUR }, 7, "Taken back 2 h ago"],
])("%o at hour %d: %s", (change, hour, line) => {
  const given = { ...facts, ...change };
  expect(clockLine(proposalState(given, hour * HOUR), given, hour * HOUR)).toBe(line);
});
