import type { Proposal } from "@/lib/db/queries/proposals.ts";
import type { ProposalState } from "@/lib/governance/proposalState.ts";
import { Card } from "../ui/Card.tsx";
import { classes } from "../ui/classes.ts";
import { Hash } from "../ui/Hash.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { timelineOf } from "./timelineOf.ts";

/** The life of a proposal by the chain's clock: what happened, what is next and when. */
export function Timeline({
  proposal,
  state,
  now,
  delay,
}: {
  proposal: Proposal;
  state: ProposalState;
  now: number;
  /** The timelock's, in seconds; null where it is not known. */
  delay: number | null;
}) {
  return (
    <Card id="timeline" title="Timeline" note="By the chain’s clock.">
      <ol className="text-[14px]">
        {timelineOf(proposal, state, delay).map((entry, i, all) => {
          const past = entry.at !== null && entry.at <= now;
          return (
            <li key={entry.name} className="relative flex gap-3 pb-4 last:pb-0">
              {i < all.length - 1 && (
                <span aria-hidden="true" className="absolute top-3 bottom-0 left-[5px] w-px bg-line-strong" />
              )}
              <span
                aria-hidden="true"
                className={classes(
                  "relative mt-1.5 size-[11px] shrink-0 rounded-full border",
                  entry.bad ? "border-bad bg-bad" : past ? "border-ink bg-ink" : "border-[var(--field)] bg-surface",
                )}
              />
              <div className={past ? undefined : "text-ink-2"}>
                <p className={past ? "font-[550]" : undefined}>
                  {entry.name}
                  {!past && <span className="sr-only"> (to come)</span>}
                </p>
                <p className="text-[13px] text-ink-2">
                  {entry.at === null ? entry.hint : <TimeAgo at={entry.at} now={now} />}
                  {entry.tx && (
                    <>
                      {" · "}
                      <Hash value={entry.tx} />
                    </>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
