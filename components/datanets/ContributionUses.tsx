import Link from "next/link";
import type { ReactNode } from "react";
import { sql } from "@/lib/db/client.ts";
import { type Contribution, usesOf } from "@/lib/db/queries/contributions.ts";
import { formatShare } from "@/lib/format/number.ts";
import { contributionHref, modelHref, receiptHref, withQuery } from "../../lib/site/hrefs.ts";
import { pageOf } from "../../lib/site/searchParams.ts";
import { Fee } from "../display/Fee.tsx";
import { nameOf, questionText } from "../display/names.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { shownStatus } from "./status.tsx";

const SIZE = 12;
const SCALE = 1_000_000_000n;

export async function ContributionUses({ contribution, page }: { contribution: Contribution; page: number }) {
  const uses = await usesOf(sql(), contribution.id, SIZE, (page - 1) * SIZE);
  if (uses.length === 0) {
    return (
      <EmptyState title="No answer has used it yet">
        {shownStatus(contribution) === "accepted"
          ? contribution.inVersion === null
            ? "It is accepted, and models can learn from it once the datanet’s owner publishes the next version."
            : "It is paid when an answer repeats four or more rare words in a row that it published first."
          : "Only contributions that are accepted and not taken down take part in answers."}
      </EmptyState>
    );
  }
  const path = contributionHref(contribution.datanet, contribution.id);
  const href = (target: number | null) =>
    target === null ? null : withQuery(path, { page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, contribution.answers);
  return (
    <>
      <Table caption="Answers that used this contribution">
        <thead>
          <tr>
            <Th>Answer to</Th>
            <Th wide>Model</Th>
            <Th wide>Served</Th>
            <Th numeric>Share</Th>
            <Th numeric>Earned, OPEN</Th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <tr key={use.receipt}>
              <Td>
                <Link className="link line-clamp-2" href={receiptHref(use.receipt)} prefetch={false}>
                  {questionText(use.question)}
                </Link>
              </Td>
              <Td wide>
                <Link className="hover:underline" href={modelHref(use.model)} prefetch={false}>
                  {nameOf("model", use.model, use.modelName)}
                </Link>
              </Td>
              <Td wide>
                <TimeAgo at={use.servedAt} />
              </Td>
              <Td numeric>
                {formatShare(BigInt(use.share), SCALE)}
                {use.contextShare > 0 && (
                  <InContext>{formatShare(BigInt(use.contextShare), SCALE)} in context</InContext>
                )}
              </Td>
              <Td numeric>
                <Fee wei={use.amount} preset="precise" />
                {use.contextShare > 0 && (
                  <InContext>
                    <Fee wei={use.contextAmount} preset="precise" />
                  </InContext>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </>
  );
}

/** What its passages in the prompt earned, under what its words did. */
const InContext = ({ children }: { children: ReactNode }) => (
  <span className="block text-[12.5px] text-ink-2">{children}</span>
);
