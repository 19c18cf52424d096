import Link from "next/link";
import type { EpochDispute } from "@/lib/db/queries/cases.ts";
import { caseHref, epochHref, newCaseHref } from "../../lib/site/hrefs.ts";
import { Address } from "../ui/Address.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";

/** Disputes of epochs, one a row; the reason is the disputer's own. @param now chain time, unix seconds */
export function DisputeTable({ disputes, now }: { disputes: EpochDispute[]; now: number }) {
  return (
    <Table caption="Disputed epochs">
      <thead>
        <tr>
          <Th>Epoch</Th>
          <Th wide>By</Th>
          <Th>Reason</Th>
          <Th>Outcome</Th>
          <Th wide>When</Th>
        </tr>
      </thead>
      <tbody>
        {disputes.map((dispute) => (
          <tr key={`${dispute.epoch} ${dispute.tx}`}>
            <Td className="whitespace-nowrap">
              <Link className="link" href={epochHref(dispute.epoch)} prefetch={false}>
                Epoch {String(dispute.epoch)}
              </Link>
              <Folded>
                by <Address address={dispute.by} />
                <br />
                <TimeAgo at={dispute.at} now={now} />
              </Folded>
            </Td>
            <Td wide>
              <Address address={dispute.by} />
            </Td>
            <Td className="max-w-96 [overflow-wrap:anywhere]">
              <span className="line-clamp-3">{dispute.reason || <span className="text-ink-3">none given</span>}</span>
            </Td>
            <Td>
              <Outcome dispute={dispute} />
            </Td>
            <Td wide>
              <TimeAgo at={dispute.at} now={now} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Outcome({ dispute: { outcome, caseId, epoch } }: { dispute: EpochDispute }) {
  return (
    <>
      {outcome === null ? (
        <Tag tone="warn">open</Tag>
      ) : outcome === "rejected" ? (
        <Tag>root rejected</Tag>
      ) : (
        <Tag>root stands</Tag>
      )}
      <span className="block text-[13px]">
        {caseId !== null ? (
          <Link className="link" href={caseHref(caseId)}>
            case {String(caseId)}
          </Link>
        ) : outcome === null ? (
          <Link className="link" href={newCaseHref("epoch", epoch)} prefetch={false}>
            open the case
          </Link>
        ) : (
          <span className="text-ink-2">by proof, no case</span>
        )}
      </span>
    </>
  );
}
