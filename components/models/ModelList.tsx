import { connection } from "next/server";
import { z } from "zod";
import { sql } from "@/lib/db/client.ts";
import { listDatanets } from "@/lib/db/queries/datanets.ts";
import { listModels, modelSorts } from "@/lib/db/queries/models.ts";
import { modelNamesakes } from "@/lib/db/queries/namesakes.ts";
import { choiceParam, idParam, type RawParams, textParam } from "../../lib/site/searchParams.ts";
import { Choice, Filters } from "../display/Filters.tsx";
import { nameOf } from "../display/names.ts";
import { LinkButton } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ModelTable } from "./ModelTable.tsx";

const schema = z.object({ q: textParam, datanet: idParam, sort: choiceParam(modelSorts) });

const sorts = [
  { value: "", label: "Most fees" },
  { value: "answers", label: "Most answers" },
  { value: "price", label: "Lowest price" },
  { value: "newest", label: "Newest" },
  { value: "name", label: "Name" },
];

export async function ModelList({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const { q, datanet, sort } = schema.parse(await searchParams);
  const [models, datanets, namesakes] = await Promise.all([
    listModels(sql(), { search: q, datanet, sort }),
    listDatanets(sql(), { sort: "name" }),
    modelNamesakes(sql()),
  ]);
  const filtered = q !== "" || datanet !== undefined;
  return (
    <>
      <Filters action="/models" search={{ label: "Search name or summary", value: q }}>
        <Choice
          name="datanet"
          label="Made from"
          value={datanet === undefined ? "" : String(datanet)}
          options={[
            { value: "", label: "Any datanet" },
            ...datanets.map((row) => ({ value: String(row.id), label: nameOf("datanet", row.id, row.name) })),
          ]}
        />
        <Choice name="sort" label="Sort by" value={sort ?? ""} options={sorts} />
      </Filters>
      {models.length === 0 && filtered ? (
        <EmptyState title="No model matches" action={<LinkButton href="/models">Show all models</LinkButton>}>
          {q
            ? `Nothing has “${q}” in its name or summary.`
            : "No model’s newest version names that datanet as a parent."}
        </EmptyState>
      ) : (
        <ModelTable models={models} namesakes={namesakes} />
      )}
    </>
  );
}
