import { connection } from "next/server";
import { z } from "zod";
import { readDeployment } from "@/lib/chain/clients.ts";
import { sql } from "@/lib/db/client.ts";
import { listProposals } from "@/lib/db/queries/proposals.ts";
import { pageClock } from "@/lib/site/pageClock.ts";
import { proposalsHref, proposeHref } from "../../lib/site/hrefs.ts";
import { pageOf, pageParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Refresh } from "../display/Refresh.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { callsOf, summaryOf } from "./changesOf.ts";
import { ProposalRow } from "./ProposalRow.tsx";

const SIZE = 20;
const EVERY_SECONDS = 15;
const schema = z.object({ page: pageParam });

export async function ProposalList({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { page } = schema.parse(await searchParams);
  const [{ rows, total }, now] = await Promise.all([
    listProposals(sql(), { limit: SIZE, offset: (page - 1) * SIZE }),
    pageClock(),
  ]);
  if (total === 0) {
    return (
      <EmptyState title="No proposals yet" action={<LinkButton href={proposeHref()}>Make the first</LinkButton>}>
        Every parameter is as it was deployed. Who has enough votes may propose to change one.
      </EmptyState>
    );
  }
  const href = (target: number | null) =>
    target === null ? null : proposalsHref({ page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, total);
  const deployment = readDeployment();
  return (
    <>
      <Refresh seconds={EVERY_SECONDS} />
      {rows.length === 0 ? (
        <EmptyState
          title="No proposals on this page"
          action={<LinkButton href={proposalsHref()}>The newest</LinkButton>}
        />
      ) : (
        <ol className="border-line border-t">
          {rows.map((proposal) => (
            <ProposalRow
              key={String(proposal.id)}
              proposal={proposal}
              changes={summaryOf(callsOf(proposal, deployment))}
              now={now}
            />
          ))}
        </ol>
      )}
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </>
  );
}
