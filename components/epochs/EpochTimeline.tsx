import type { EpochDispute, Proof } from "@/lib/db/queries/cases.ts";
import type { EpochRow } from "@/lib/db/queries/epochRows.ts";
import { formatDateTime, formatRelative } from "@/lib/format/date.ts";
import { Card } from "../ui/Card.tsx";
import { Hash } from "../ui/Hash.tsx";

type Moment = { at: number; what: string; tx: string | null };

/** What happened to an epoch, in order, and what is next. @param now chain time, unix seconds */
export function EpochTimeline({
  epoch,
  disputes,
  proof,
  now,
}: {
  epoch: EpochRow;
  disputes: EpochDispute[];
  proof: Proof | null;
  now: number;
}) {
  const moments = [
    { at: epoch.sealedAt, what: "Sealed: its sum was fixed", tx: epoch.sealTx },
    ...(epoch.postedAt === null ? [] : [{ at: epoch.postedAt, what: "Root posted", tx: epoch.postTx }]),
    ...disputes.flatMap((dispute): Moment[] => [
      { at: dispute.at, what: "Disputed", tx: dispute.tx },
      ...(dispute.closedAt === null
        ? []
        : [
            {
              at: dispute.closedAt,
              what: dispute.outcome === "rejected" ? "Root rejected" : "Dispute refused: the root stands",
              tx: dispute.closedTx,
            },
          ]),
    ]),
    ...(proof ? [{ at: proof.at, what: "Root proven malformed, and rejected by that", tx: proof.tx }] : []),
    ...(epoch.readyAt === null || epoch.state === "rejected"
      ? []
      : [{ at: epoch.readyAt, what: "Challenge window ends", tx: null }]),
  ].sort((a, b) => a.at - b.at);
  return (
    <Card id="timeline" title="Timeline">
      <ol className="border-line-strong border-l-2 pl-4">
        {moments.map(({ at, what, tx }) => (
          <li key={`${what} ${at}`} className="relative pb-4 last:pb-0">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 -left-[22px] size-2.5 rounded-full border-2 border-surface ${at <= now ? "bg-ink" : "bg-line-strong"}`}
            />
            <p className={at <= now ? "text-[14px]" : "text-[14px] text-ink-2"}>{what}</p>
            <p className="text-[13px] text-ink-2">
              {formatDateTime(at)}
              {at > now && `, ${formatRelative(at, now)}`}
              {tx && (
                <>
                  {" "}
                  · tx <Hash value={tx} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
