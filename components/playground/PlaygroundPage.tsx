import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listModels, type ModelSummary } from "@/lib/db/queries/models.ts";
import { modelNamesakes } from "@/lib/db/queries/namesakes.ts";
import { askedBefore } from "@/lib/db/queries/receipts.ts";
import { idParam, type RawParams, textParam } from "../../lib/site/searchParams.ts";
import { nameOf } from "../display/names.ts";
import { readHeads } from "../status/readHeads.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import type { PlaygroundModel } from "./ModelPicker.tsx";
import { Playground } from "./Playground.tsx";

const OFFERED = 3;

/** Models that can be asked, with questions others have asked them in public, and whether anybody answers now. */
export async function PlaygroundPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const [wanted, summaries, namesakes, { provider }] = await Promise.all([
    searchParams,
    listModels(sql()),
    modelNamesakes(sql()),
    readHeads(),
  ]);
  const models = await Promise.all(summaries.map((model) => forPlayground(model, namesakes)));
  const id = idParam.parse(wanted.model);
  const first = models.find((model) => model.id === String(id)) ?? models[0];
  if (!first) {
    return (
      <EmptyState title="There is no model to ask yet">
        Models appear here when their developers have published them.
      </EmptyState>
    );
  }
  const question = textParam.parse(wanted.question);
  return <Playground models={models} first={first} question={question} served={provider.ok} />;
}

async function forPlayground(model: ModelSummary, namesakes: ReadonlySet<bigint>): Promise<PlaygroundModel> {
  return {
    id: String(model.id),
    name: nameOf("model", model.id, model.name, namesakes),
    summary: model.summary,
    perThousandTokens: model.perThousandTokens,
    asked: await askedBefore(sql(), model.id, OFFERED),
  };
}
