import Link from "next/link";
import { sql } from "@/lib/db/client.ts";
import { type Validator, verdictsOfValidator } from "@/lib/db/queries/validators.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { caseHref, disputesHref } from "../../lib/site/hrefs.ts";
import { Defined } from "../display/Defined.tsx";
import { VerdictTag } from "../disputes/VerdictTag.tsx";
import { Amount } from "../ui/Amount.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

/** Verdicts that this validator's signature helped to carry out. */
export async function ValidatorVerdicts({ validator }: { validator: Validator }) {
  const verdicts = await verdictsOfValidator(sql(), validator.id);
  if (verdicts.length === 0) {
    return (
      <EmptyState title="No verdicts yet" action={<LinkButton href={disputesHref}>All disputes</LinkButton>}>
        A verdict is on record once two thirds of the stake have signed it and somebody took it to the chain.
      </EmptyState>
    );
  }
  return (
    <Table caption="Verdicts of this validator">
      <thead>
        <tr>
          <Th>Case</Th>
          <Th>Verdict</Th>
          <Th numeric wide>
            Slash
          </Th>
          <Th numeric>
            <Defined by="weight">Weight, OPEN</Defined>
          </Th>
          <Th wide>When</Th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((verdict) => (
          <tr key={verdict.caseId}>
            <Td>
              <Link className="link" href={caseHref(verdict.caseId)}>
                Case {String(verdict.caseId)}
              </Link>
              <span className="block text-[13px] text-ink-2">
                {verdict.subject} {String(verdict.subjectId)}
              </span>
            </Td>
            <Td>
              <VerdictTag guilty={verdict.guilty} />
            </Td>
            <Td numeric wide>
              {verdict.slashBps === 0 ? "none" : formatBps(verdict.slashBps)}
            </Td>
            <Td numeric>
              <Amount wei={verdict.weight} preset="whole" />
            </Td>
            <Td wide className="whitespace-nowrap">
              {formatDateTime(verdict.at)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
