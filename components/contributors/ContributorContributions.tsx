import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import { contributionSorts, contributionStatuses, listContributions } from "@/lib/db/queries/contributions.ts";
import { ContributionTable } from "../datanets/ContributionTable.tsx";
import { Choice, Filters } from "../display/Filters.tsx";
import { contributorHref } from "../display/hrefs.ts";
import { choiceParam, pageOf, pageParam, type RawParams, textParam } from "../display/searchParams.ts";
import { LinkButton } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";

const SIZE = 20;
const schema = z.object({
  q: textParam,
  status: choiceParam(contributionStatuses),
  sort: choiceParam(contributionSorts),
  page: pageParam,
});

const sorts = [
  { value: "", label: "Earned most" },
  { value: "newest", label: "Newest" },
  { value: "words", label: "Most words" },
];

export async function ContributorContributions({
  address,
  searchParams,
}: {
  address: string;
  searchParams: Promise<RawParams>;
}) {
  const { q, status, sort, page } = schema.parse(await searchParams);
  const { rows, total } = await listContributions(sql(), {
    contributor: address,
    search: q,
    status,
    sort: sort ?? "earned",
    limit: SIZE,
    offset: (page - 1) * SIZE,
  });
  const filtered = q !== "" || status !== undefined;
  const href = (target: number | null) =>
    target === null ? null : contributorHref(address, { q, status, sort, page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, total);
  return (
    <Card id="contributions" title="Contributions">
      {(total > 0 || filtered) && (
        <Filters action={contributorHref(address)} search={{ label: "Search title or number", value: q }}>
          <Choice
            name="status"
            label="Status"
            value={status ?? ""}
            options={[
              { value: "", label: "Any status" },
              ...contributionStatuses.map((key) => ({ value: key, label: key === "revealed" ? "in review" : key })),
            ]}
          />
          <Choice name="sort" label="Sort by" value={sort ?? ""} options={sorts} />
        </Filters>
      )}
      {rows.length > 0 && <ContributionTable rows={rows} by="datanet" />}
      {rows.length === 0 && filtered && (
        <EmptyState
          title="No contribution matches"
          action={<LinkButton href={contributorHref(address)}>Show all</LinkButton>}
        />
      )}
      {rows.length === 0 && !filtered && (
        <EmptyState title="No contributions" action={<LinkButton href="/datanets">Find a datanet</LinkButton>}>
          Nothing was committed from this address.
        </EmptyState>
      )}
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </Card>
  );
}
