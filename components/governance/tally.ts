import type { ProposalFacts } from "../../lib/governance/proposalState.ts";

type Votes = Pick<ProposalFacts, "forVotes" | "againstVotes" | "abstainVotes" | "quorum">;

export const colours = {
  for: "var(--s1)",
  abstain: "var(--s5)",
  against: "var(--s2)",
  quorum: "var(--ink)",
  delegated: "color-mix(in srgb, var(--ink-3) 70%, var(--surface))",
  undelegated: "var(--line-strong)",
};

const castOf = ({ forVotes, againstVotes, abstainVotes }: Votes) => forVotes + againstVotes + abstainVotes;

/** Delegated votes that nobody cast. */
export const notCast = (votes: Votes, delegated: bigint | null): bigint =>
  delegated !== null && delegated > castOf(votes) ? delegated - castOf(votes) : 0n;

/** From left to right, what counts towards the quorum first: so that the mark can be read. */
export const barParts = (votes: Votes, delegated: bigint | null) => [
  { name: "For", votes: votes.forVotes, colour: colours.for },
  { name: "Abstain", votes: votes.abstainVotes, colour: colours.abstain },
  { name: "Against", votes: votes.againstVotes, colour: colours.against },
  { name: "Delegated, not voted", votes: notCast(votes, delegated), colour: colours.delegated },
];

/** The same, and what nobody can vote with: the whole supply. @param supply in wei of OPEN */
export const supplyParts = (votes: Votes, delegated: bigint, supply: bigint) => [
  ...barParts(votes, delegated),
  { name: "Undelegated, cannot vote", votes: supply - delegated, colour: colours.undelegated },
];

/** What the whole bar stands for, in wei: all that is drawn on it and the quorum's mark a little inside. */
export function barScale(votes: Votes, delegated: bigint | null): bigint {
  const drawn = castOf(votes) + notCast(votes, delegated);
  const mark = (votes.quorum * 10n) / 8n;
  return drawn > mark ? drawn : mark;
}

/** `amount` of `scale` as a CSS length. */
export const part = (amount: bigint, scale: bigint): string =>
  scale === 0n ? "0" : `${Number((amount * 10_000n) / scale) / 100}%`;
