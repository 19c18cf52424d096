import { SUPPLY } from "@/lib/db/queries/proposals.ts";
import { formatOpen } from "@/lib/format/money.ts";
import { formatShare } from "@/lib/format/number.ts";
import type { Delegated } from "@/lib/governance/delegatedAt.ts";
import type { ProposalFacts } from "@/lib/governance/proposalState.ts";
import { Defined } from "../display/Defined.tsx";
import { Key } from "../display/Key.tsx";
import { Card } from "../ui/Card.tsx";
import { TallyBar } from "./TallyBar.tsx";
import { part, supplyParts } from "./tally.ts";

/** Votes beside the quorum, and both beside what could vote and what cannot. */
export function QuorumCard({ facts, delegated }: { facts: ProposalFacts; delegated: Delegated }) {
  const counts = facts.forVotes + facts.abstainVotes;
  const parts = supplyParts(facts, delegated.votes, SUPPLY);
  const undelegated = parts.at(-1)!;
  return (
    <Card
      id="quorum"
      title="Votes"
      note={
        counts >= facts.quorum ? (
          <>
            <Defined by="quorum">Quorum</Defined> of {formatOpen(facts.quorum, "whole")} reached.
          </>
        ) : (
          <>
            {formatShare(counts, facts.quorum)} of the <Defined by="quorum">quorum</Defined> of{" "}
            {formatOpen(facts.quorum, "whole")}.
          </>
        )
      }
    >
      <TallyBar facts={facts} delegated={delegated.votes} />
      <table className="mt-2 w-full text-[14px]">
        <caption className="sr-only">Votes, in OPEN and as a part of the supply</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Votes</th>
            <th scope="col">Of the supply</th>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, -1).map((row) => (
            <Line key={row.name} {...row} />
          ))}
          <tr>
            <td colSpan={3} className="pt-3 pb-1">
              <div aria-hidden="true" className="flex h-1.5 overflow-hidden rounded-[3px] outline-1 outline-line">
                {parts.map(({ name, votes, colour }) => (
                  <span key={name} style={{ width: part(votes, SUPPLY), background: colour }} />
                ))}
              </div>
            </td>
          </tr>
          <Line {...undelegated} />
        </tbody>
      </table>
      <p className="mt-3 text-[12.5px] text-ink-3">
        The mark on the upper bar is the quorum; the lower one is the whole supply. For and abstain count towards the
        quorum. What is <Defined by="delegated">delegated</Defined> is as of{" "}
        {delegated.past ? "the moment voting began" : "now"}.
      </p>
    </Card>
  );
}

function Line({ name, votes, colour }: { name: string; votes: bigint; colour: string }) {
  return (
    <tr className={votes === 0n ? "text-ink-3" : undefined}>
      <td className="py-0.5">
        <span className="flex items-baseline">
          <Key colour={colour} />
          <span>{name}</span>
        </span>
      </td>
      <td className="num py-0.5 pl-3 text-right" title={`${formatOpen(votes, "full")} votes`}>
        {formatOpen(votes, "whole")}
      </td>
      <td className="num w-16 whitespace-nowrap py-0.5 pl-3 text-right text-ink-2">{formatShare(votes, SUPPLY)}</td>
    </tr>
  );
}
