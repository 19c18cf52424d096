import type { CourtCase, EpochDispute } from "@/lib/db/queries/cases.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { ZERO_ADDRESS } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { Hash } from "../ui/Hash.tsx";
import { SubjectLink } from "./subject.tsx";
import { VerdictTag } from "./VerdictTag.tsx";

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
        <Fact label="Accused">
          {one.accused && (one.accused === ZERO_ADDRESS ? "nobody: commons" : <Address address={one.accused} />)}
        </Fact>
        {dispute && (
          <Fact label="Disputed">
            {formatDateTime(dispute.at)}
            <span className="block text-ink-2">
              tx <Hash value={dispute.tx} />
            </span>
          </Fact>
        )}
        <Fact label="Opened">
          {formatDateTime(one.openedAt)}
          <span className="block text-ink-2">
            tx <Hash value={one.openTx} />
          </span>
        </Fact>
        <Fact label="Evidence">
          <Hash value={one.evidenceHash} />
        </Fact>
        <Fact label="Verdict">
          <VerdictTag guilty={one.guilty} />
        </Fact>
        {one.ruledAt !== null && (
          <>
            <Fact label="Ruled">
              {formatDateTime(one.ruledAt)}
              {one.ruleTx && (
                <span className="block text-ink-2">
                  tx <Hash value={one.ruleTx} />
                </span>
              )}
            </Fact>
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
