import { formatOpen } from "../../lib/format/money.ts";
import type { ProposalFacts } from "../../lib/governance/proposalState.ts";
import { barParts, barScale, part } from "./tally.ts";

/**
 * Votes of a proposal as one bar, from 0 to a little over what could be reached, with the quorum as a mark. `delegated` votes that were not
 * cast are drawn pale. Decorative: the numbers stand beside it.
 */
export function TallyBar({
  facts,
  delegated,
}: {
  facts: ProposalFacts;
  /** Votes in wei that could be cast. */
  delegated: bigint;
}) {
  const scale = barScale(facts, delegated);
  return (
    <div aria-hidden="true" className="relative pt-1.5 pb-1.5">
      <div className="flex h-3.5 overflow-hidden rounded-[3px] bg-sunken outline-1 outline-line">
        {barParts(facts, delegated).map(({ name, votes, colour }) => (
          <span key={name} style={{ width: part(votes, scale), background: colour }} />
        ))}
      </div>
      <span
        title={`Quorum: ${formatOpen(facts.quorum, "whole")} votes`}
        className="absolute inset-y-0 w-0.5 bg-ink"
        style={{ left: part(facts.quorum, scale) }}
      />
    </div>
  );
}
