import type { CastBallot } from "@/lib/db/queries/proposals.ts";
import { formatOpen } from "@/lib/format/money.ts";
import { formatShare } from "@/lib/format/number.ts";
import { supports } from "@/lib/governance/support.ts";
import { Key } from "../display/Key.tsx";
import { Address } from "../ui/Address.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { colours } from "./tally.ts";

/** Who voted what, with how much, and why; newest first. */
export function BallotTable({
  ballots,
  total,
  cast,
  now,
}: {
  ballots: CastBallot[];
  total: number;
  cast: bigint;
  now: number;
}) {
  if (ballots.length === 0) {
    return <EmptyState title="No votes yet">Each vote appears here with its weight and its reason.</EmptyState>;
  }
  return (
    <>
      <ul>
        {ballots.map((ballot) => (
          <li key={ballot.voter} className="border-line border-b py-3 text-[14px] first:pt-0 last:border-b-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                <Key colour={colours[supports[ballot.support]]} />
                <span className="font-[550]">{supports[ballot.support]}</span> · <Address address={ballot.voter} />
              </span>
              <span className="num" title={`${formatOpen(ballot.weight, "full")} votes`}>
                {formatOpen(ballot.weight, "whole")}{" "}
                <span className="whitespace-nowrap text-ink-3">{formatShare(ballot.weight, cast)} of the votes</span>
              </span>
            </p>
            {ballot.reason && <p className="mt-1 whitespace-pre-wrap break-words text-ink-2">{ballot.reason}</p>}
            <p className="mt-0.5 text-[12.5px] text-ink-3">
              <TimeAgo at={ballot.at} now={now} />
            </p>
          </li>
        ))}
      </ul>
      {total > ballots.length && (
        <p className="mt-3 text-[13px] text-ink-2">
          The newest {ballots.length} of {total} are shown; all are counted.
        </p>
      )}
    </>
  );
}
