import Link from "next/link";
import { RULING_PERIOD } from "@/lib/chain/arbiter.ts";
import type { CourtCase } from "@/lib/db/queries/cases.ts";
import { formatRelative } from "@/lib/format/date.ts";
import { formatBps, formatPlural } from "@/lib/format/number.ts";
import { caseHref } from "../../lib/site/hrefs.ts";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { SubjectLink, subjectKind } from "./subject.tsx";
import { VerdictTag } from "./VerdictTag.tsx";

/** Cases, one a row. @param now chain time, unix seconds */
export function CaseTable({ cases, now }: { cases: CourtCase[]; now: number }) {
  return (
    <Table caption="Cases">
      <thead>
        <tr>
          <Th>Case</Th>
          <Th>About</Th>
          <Th wide>Brought by</Th>
          <Th>Verdict</Th>
          <Th numeric wide>
            Slashed, OPEN
          </Th>
          <Th wide>Clock</Th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.id}>
            <Td className="whitespace-nowrap">
              <Link className="link" href={caseHref(one.id)}>
                Case {String(one.id)}
              </Link>
            </Td>
            <Td>
              <SubjectLink about={one} />
              {subjectKind(one) !== "epoch" && <span className="block text-[13px] text-ink-2">{subjectKind(one)}</span>}
              <Folded>
                by <Address address={one.challenger} />
              </Folded>
            </Td>
            <Td wide>
              <Address address={one.challenger} />
            </Td>
            <Td>
              <VerdictTag guilty={one.guilty} />
              <Folded>
                {one.slashed !== null && (
                  <>
                    slashed <Amount wei={one.slashed} preset="whole" unit />,{" "}
                  </>
                )}
                <Clock one={one} now={now} />
              </Folded>
            </Td>
            <Td numeric wide>
              {one.slashed === null ? "—" : <Amount wei={one.slashed} preset="precise" />}
              {one.slashBps ? <span className="block text-[12.5px] text-ink-3">{formatBps(one.slashBps)}</span> : null}
            </Td>
            <Td wide>
              <Clock one={one} now={now} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** How long the validators have, or when they ruled. */
function Clock({ one, now }: { one: CourtCase; now: number }) {
  if (one.ruledAt !== null)
    return (
      <>
        ruled <TimeAgo at={one.ruledAt} now={now} />
      </>
    );
  return (
    <>
      {clockOf(one, now)}
      <span className="block text-[13px] text-ink-2">{formatPlural(one.signed, "signature")} so far</span>
    </>
  );
}

function clockOf({ weighedFrom, overtaken }: CourtCase, now: number): string {
  if (overtaken) return "epoch rejected by proof; it can be closed";
  const end = weighedFrom + RULING_PERIOD;
  return now < end ? `governance may rule ${formatRelative(end, now)}` : "governance may rule now";
}
