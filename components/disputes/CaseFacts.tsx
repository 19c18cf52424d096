import { BURN } from "@/lib/chain/arbiter.ts";
import type { CourtCase, EpochDispute } from "@/lib/db/queries/cases.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { Hash } from "../ui/Hash.tsx";
import { SubjectLink } from "./subject.tsx";
import { VerdictTag } from "./VerdictTag.tsx";

function Event({ label, at, tx }: { label: string; at: number; tx: string | null }) {
  return (
    <Fact label={label}>
      {formatDateTime(at)}
      {tx && (
        <span className="block text-ink-2">
          tx <Hash value={tx} />
        </span>
      )}
    </Fact>
  );
}

/** Who, about what, when, and what ties it to the chain. */
export function CaseFacts({ one, dispute }: { one: CourtCase; dispute: EpochDispute | null }) {
  return (
    <Card id="record" title="Record">
      <Facts>
        <Fact label="About">
          <SubjectLink about={one} />
        </Fact>
        <Fact label="Challenger">
          <Address address={one.challenger} />
        </Fact>
        <Fact label="Accused">{one.accused === BURN ? "nobody: commons" : <Address address={one.accused} />}</Fact>
        {dispute && <Event label="Disputed" at={dispute.at} tx={dispute.tx} />}
        <Event label="Opened" at={one.openedAt} tx={one.openTx} />
        <Fact label="Evidence">
          <Hash value={one.evidenceHash} />
        </Fact>
        <Fact label="Verdict">
          <VerdictTag guilty={one.guilty} />
        </Fact>
        {one.ruledAt !== null && (
          <>
            <Event label="Ruled" at={one.ruledAt} tx={one.ruleTx} />
            <Fact label="Slash">
              {one.slashBps ? formatBps(one.slashBps) : "none"}
              {one.slashed !== null && (
                <>
                  , <Amount wei={one.slashed} preset="exact" unit />
                </>
              )}
            </Fact>
            {one.subject === "epoch" && one.recomputedRoot && (
              <Fact label="Root as redone">
                <Hash value={one.recomputedRoot} />
              </Fact>
            )}
          </>
        )}
      </Facts>
    </Card>
  );
}
