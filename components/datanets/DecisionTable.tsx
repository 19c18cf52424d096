import Link from "next/link";
import type { ContributionStatus } from "@/lib/db/queries/contributions.ts";
import type { Decision } from "@/lib/db/queries/reviews.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBps } from "@/lib/format/number.ts";
import { contributionHref } from "../../lib/site/hrefs.ts";
import { Table, Td, Th } from "../ui/Table.tsx";
import { StatusTag } from "./status.tsx";

/** What reviewers decided together, one contribution a row; its page has each review. */
export function DecisionTable({ rows, datanet }: { rows: Decision[]; datanet: bigint }) {
  return (
    <Table caption="Decisions of the reviewers">
      <thead>
        <tr>
          <Th>Contribution</Th>
          <Th>Decision</Th>
          <Th wide>Reviews</Th>
          <Th numeric wide>
            Score
          </Th>
          <Th wide>Reason</Th>
          <Th wide>When</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.contribution}>
            <Td>
              <Link className="link line-clamp-2" href={contributionHref(datanet, row.contribution)} prefetch={false}>
                {row.title ?? `Contribution ${row.contribution}`}
              </Link>
            </Td>
            <Td>
              <StatusTag status={row.status as ContributionStatus} />
            </Td>
            <Td wide className="num whitespace-nowrap">
              {row.accepts} accept, {row.rejects} reject
            </Td>
            <Td numeric wide>
              {formatBps(row.score)}
            </Td>
            <Td wide className="max-w-72">
              {row.reasons.length > 0 ? row.reasons.join(" · ") : <span className="text-ink-3">not on record</span>}
            </Td>
            <Td wide className="whitespace-nowrap">
              {formatDateTime(row.at)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
