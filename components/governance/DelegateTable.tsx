import Link from "next/link";
import { connection } from "next/server";
import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import { delegateSorts, listDelegates } from "@/lib/db/queries/votes.ts";
import { formatOpen } from "@/lib/format/money.ts";
import { formatCount, formatPlural } from "@/lib/format/number.ts";
import { pageClock } from "@/lib/site/pageClock.ts";
import { delegatesHref, proposalHref } from "../../lib/site/hrefs.ts";
import { choiceParam, pageOf, pageParam, type RawParams } from "../../lib/site/searchParams.ts";
import { Defined } from "../display/Defined.tsx";
import { Choice, Filters } from "../display/Filters.tsx";
import { Address } from "../ui/Address.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Folded } from "../ui/Folded.tsx";
import { Pager } from "../ui/Pager.tsx";
import { Table, Td, Th } from "../ui/Table.tsx";

const SIZE = 50;
const schema = z.object({ sort: choiceParam(delegateSorts), page: pageParam });
const sorts = [
  { value: "", label: "Shuffled each day" },
  { value: "participation", label: "Took part most" },
];

/** Those whom others let vote for them; never in the order of their power. */
export async function DelegateTable({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { sort, page } = schema.parse(await searchParams);
  const now = await pageClock();
  const { rows, total } = await listDelegates(sql(), now, { sort, limit: SIZE, offset: (page - 1) * SIZE });
  if (total === 0) {
    return (
      <EmptyState title="No delegates yet">
        Whoever delegates to themselves, or is named by somebody, appears here. You can be the first.
      </EmptyState>
    );
  }
  const href = (target: number | null) =>
    target === null ? null : delegatesHref({ sort, page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, total);
  return (
    <>
      <Filters action={delegatesHref()}>
        <Choice name="sort" label="Order" value={sort ?? ""} options={sorts} />
      </Filters>
      <Table caption="Delegates">
        <thead>
          <tr>
            <Th>Delegate</Th>
            <Th numeric>
              <Defined by="participation">Took part</Defined>
            </Th>
            <Th numeric wide>
              Named by
            </Th>
            <Th numeric wide>
              Votes, held
            </Th>
            <Th numeric wide>
              Votes, staked
            </Th>
            <Th>
              <span className="sr-only">Delegate</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.delegate}>
              <Td>
                <Address address={row.delegate} />
                <Folded>
                  {formatOpen(row.held, "whole")} votes held, {formatOpen(row.staked, "whole")} staked, of{" "}
                  {formatPlural(row.delegators, "account")}
                </Folded>
                {row.reason && row.reasonProposal !== null && (
                  <p className="mt-0.5 line-clamp-2 max-w-prose text-[13px] text-ink-2">
                    “{row.reason}”{" "}
                    <Link className="link" href={proposalHref(row.reasonProposal)} prefetch={false}>
                      on this
                    </Link>
                  </p>
                )}
              </Td>
              <Td numeric>
                {row.open === 0 ? <span className="text-ink-3">too new</span> : `${row.voted} of ${row.open}`}
              </Td>
              <Td numeric wide>
                {formatCount(row.delegators)}
                {row.itself && <span className="block text-[12.5px] text-ink-3">itself too</span>}
              </Td>
              <Td numeric wide>
                {formatOpen(row.held, "whole")}
              </Td>
              <Td numeric wide>
                {formatOpen(row.staked, "whole")}
              </Td>
              <Td numeric>
                <LinkButton size="small" href={delegatesHref({ to: row.delegate, sort })}>
                  Delegate<span className="sr-only"> to {row.delegate}</span>
                </LinkButton>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
      <p className="mt-3 text-[13px] text-ink-3">
        {formatPlural(total, "delegate")}. Their power is shown and never sorts them: that would only make the large
        larger.
      </p>
    </>
  );
}
