import { formatOpen } from "@/lib/format/money.ts";
import { formatShare } from "@/lib/format/number.ts";
import type { ProposalFacts } from "@/lib/governance/proposalState.ts";
import { barParts, colours, part } from "./tally.ts";

/** A proposal's votes in the list: the majority among all that were cast, and below it, on a bar of its own, what counts towards the quorum. */
export function ListTally({ facts }: { facts: ProposalFacts }) {
  const counts = facts.forVotes + facts.abstainVotes;
  const cast = counts + facts.againstVotes;
  if (cast === 0n) return <p className="text-ink-3 md:mt-8">No votes yet</p>;
  const reached = counts >= facts.quorum;
  return (
    <>
      <p className="flex justify-between gap-4 text-ink-2">
        <span>
          <span className="font-[550] text-ink">{formatShare(facts.forVotes, cast)}</span> for
        </span>
        {facts.abstainVotes > 0n && <span className="num">{formatShare(facts.abstainVotes, cast)} abstain</span>}
        <span className="num">{formatShare(facts.againstVotes, cast)} against</span>
      </p>
      <div
        aria-hidden="true"
        className="my-1.5 flex h-2 overflow-hidden rounded-[3px] bg-sunken outline-1 outline-line"
      >
        {barParts(facts, null).map(({ name, votes, colour }) => (
          <span key={name} style={{ width: part(votes, cast), background: colour }} />
        ))}
      </div>
      <p className="flex justify-between gap-4 text-ink-2" title={`Quorum: ${formatOpen(facts.quorum, "whole")} votes`}>
        <span>{reached ? "Quorum reached" : `${formatShare(counts, facts.quorum)} of the quorum`}</span>
        <span className="num whitespace-nowrap">{formatOpen(counts, "whole")} votes</span>
      </p>
      <div aria-hidden="true" className="mt-1 h-1 overflow-hidden rounded-[3px] bg-sunken outline-1 outline-line">
        <div
          className="h-full"
          style={{ width: reached ? "100%" : part(counts, facts.quorum), background: colours.quorum }}
        />
      </div>
      {!reached && facts.againstVotes > 0n && (
        <p className="mt-1 text-[12.5px] text-ink-3">For and abstain count towards the quorum, against does not.</p>
      )}
    </>
  );
}
