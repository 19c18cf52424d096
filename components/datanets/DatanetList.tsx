import { connection } from "next/server";
import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import { datanetLicences, datanetSorts, listDatanets } from "@/lib/db/queries/datanets.ts";
import { choiceParam, type RawParams, textParam } from "../../lib/site/searchParams.ts";
import { Choice, Filters } from "../display/Filters.tsx";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { DatanetTable } from "./DatanetTable.tsx";

const schema = z.object({ q: textParam, licence: textParam, sort: choiceParam(datanetSorts) });

const sorts = [
  { value: "", label: "Earned most" },
  { value: "contributions", label: "Most contributions" },
  { value: "words", label: "Most words" },
  { value: "newest", label: "Newest" },
  { value: "name", label: "Name" },
];

export async function DatanetList({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { q, licence, sort } = schema.parse(await searchParams);
  const [datanets, licences] = await Promise.all([
    listDatanets(sql(), { search: q, licence: licence || undefined, sort }),
    datanetLicences(sql()),
  ]);
  const filtered = q !== "" || licence !== "";
  return (
    <>
      <Filters action="/datanets" search={{ label: "Search name, summary, tag", value: q }}>
        <Choice
          name="licence"
          label="Licence"
          value={licence}
          options={[{ value: "", label: "Any licence" }, ...licences.map((id) => ({ value: id, label: id }))]}
        />
        <Choice name="sort" label="Sort by" value={sort ?? ""} options={sorts} />
      </Filters>
      {datanets.length === 0 && filtered ? (
        <EmptyState title="No datanet matches" action={<LinkButton href="/datanets">Show all datanets</LinkButton>}>
          Nothing has {q && `“${q}” in its name, summary or tags`}
          {q && licence && " and "}
          {licence && `the licence ${licence}`}.
        </EmptyState>
      ) : (
        <DatanetTable datanets={datanets} />
      )}
    </>
  );
}
