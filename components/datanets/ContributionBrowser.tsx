import type { Route } from "next";
import type { ReactNode } from "react";
import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import {
  type ContributionScope,
  contributionCounts,
  contributionSorts,
  contributionStatuses,
  listContributions,
} from "@/lib/db/queries/contributions.ts";
import { withQuery } from "../../lib/site/hrefs.ts";
import { choiceParam, pageOf, pageParam, type RawParams, textParam } from "../../lib/site/searchParams.ts";
import { Choice, Filters } from "../display/Filters.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Pager } from "../ui/Pager.tsx";
import { ContributionTable } from "./ContributionTable.tsx";
import { statusLabel } from "./status.tsx";

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

/** The contributions of one datanet or one contributor, searched, filtered and paged by the URL. */
export async function ContributionBrowser({
  scope,
  by,
  raw,
  path,
  keep = {},
  searched,
  empty,
}: {
  scope: ContributionScope;
  /** The column that the scope does not already say. */
  by: "datanet" | "contributor";
  raw: RawParams;
  path: Route;
  /** Parameters of the page that filtering keeps. */
  keep?: Record<string, string>;
  /** Names what the search looks at. */
  searched: string;
  /** Said where there is none at all. */
  empty: ReactNode;
}) {
  const { q, status, sort, page } = schema.parse(raw);
  const [{ rows, total }, counts] = await Promise.all([
    listContributions(sql(), {
      ...scope,
      search: q,
      status,
      sort: sort ?? "earned",
      limit: SIZE,
      offset: (page - 1) * SIZE,
    }),
    contributionCounts(sql(), scope),
  ]);
  const all = contributionStatuses.reduce((sum, key) => sum + counts[key], 0);
  if (all === 0) return empty;
  const place = pageOf(page, SIZE, total);
  const pageHref = (target: number | null) =>
    target === null ? null : withQuery(path, { ...keep, q, status, sort, page: target === 1 ? undefined : target });
  return (
    <>
      <Filters action={path} keep={keep} search={{ label: searched, value: q }}>
        <Choice
          name="status"
          label="Status"
          value={status ?? ""}
          options={[
            { value: "", label: `Any status (${all})` },
            ...contributionStatuses.map((key) => ({ value: key, label: `${statusLabel(key)} (${counts[key]})` })),
          ]}
        />
        <Choice name="sort" label="Sort by" value={sort ?? ""} options={sorts} />
      </Filters>
      {rows.length > 0 && <ContributionTable rows={rows} by={by} />}
      {rows.length === 0 && total > 0 && (
        <EmptyState
          title="The list ends before this page"
          action={<LinkButton href={pageHref(1)!}>To its first page</LinkButton>}
        />
      )}
      {total === 0 && (
        <EmptyState
          title="No contribution matches"
          action={<LinkButton href={withQuery(path, keep)}>Show all {all}</LinkButton>}
        >
          {status ? `None is ${statusLabel(status)}` : "Nothing"}
          {q && ` for “${q}”`}.
        </EmptyState>
      )}
      <Pager previous={pageHref(place.previous)} next={pageHref(place.next)} position={place.position} />
    </>
  );
}
