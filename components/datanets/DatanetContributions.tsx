import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import {
  contributionCounts,
  contributionSorts,
  contributionStatuses,
  listContributions,
} from "@/lib/db/queries/contributions.ts";
import { COMMONS, type Datanet } from "@/lib/db/queries/datanets.ts";
import { Choice, Filters } from "../display/Filters.tsx";
import { contributeHref, datanetHref } from "../display/hrefs.ts";
import { choiceParam, pageOf, pageParam, type RawParams, textParam } from "../display/searchParams.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { ContributionTable } from "./ContributionTable.tsx";

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
  { value: "oldest", label: "Ledger order" },
  { value: "words", label: "Most words" },
];

export async function DatanetContributions({ datanet, raw }: { datanet: Datanet; raw: RawParams }) {
  const { q, status, sort, page } = schema.parse(raw);
  const [{ rows, total }, counts] = await Promise.all([
    listContributions(sql(), {
      datanet: datanet.id,
      search: q,
      status,
      sort: sort ?? "earned",
      limit: SIZE,
      offset: (page - 1) * SIZE,
    }),
    contributionCounts(sql(), datanet.id),
  ]);
  const href = (target: number | null) =>
    target === null
      ? null
      : datanetHref(datanet.id, { tab: "contributions", q, status, sort, page: target === 1 ? undefined : target });
  const place = pageOf(page, SIZE, total);
  const all = contributionStatuses.reduce((sum, key) => sum + counts[key], 0);
  return (
    <>
      <Filters
        action={datanetHref(datanet.id)}
        keep={{ tab: "contributions" }}
        search={{ label: "Search title, number or contributor’s address", value: q }}
      >
        <Choice
          name="status"
          label="Status"
          value={status ?? ""}
          options={[
            { value: "", label: `Any status (${all})` },
            ...contributionStatuses.map((key) => ({
              value: key,
              label: `${key === "revealed" ? "in review" : key} (${counts[key]})`,
            })),
          ]}
        />
        <Choice name="sort" label="Sort by" value={sort ?? ""} options={sorts} />
      </Filters>
      {rows.length > 0 && <ContributionTable rows={rows} by="contributor" />}
      {rows.length === 0 && all > 0 && (
        <EmptyState
          title="No contribution matches"
          action={<LinkButton href={datanetHref(datanet.id, { tab: "contributions" })}>Show all {all}</LinkButton>}
        >
          {status ? `None is ${status === "revealed" ? "in review" : status}` : "Nothing"}
          {q && ` for “${q}”`}.
        </EmptyState>
      )}
      {all === 0 && (
        <EmptyState
          title="No contributions yet"
          action={
            datanet.id !== COMMONS && <LinkButton href={contributeHref(datanet.id)}>Contribute the first</LinkButton>
          }
        >
          The first to publish a passage is the one its answers pay.
        </EmptyState>
      )}
      <Pager previous={href(place.previous)} next={href(place.next)} position={place.position} />
    </>
  );
}
