import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { listModels, type ModelSummary } from "@/lib/db/queries/models.ts";
import { listReceipts } from "@/lib/db/queries/receipts.ts";
import { nameOf } from "../display/names.ts";
import { pageClock } from "../display/pageClock.ts";
import { idParam, type RawParams } from "../display/searchParams.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import type { PlaygroundModel } from "./ModelPicker.tsx";
import { Playground } from "./Playground.tsx";

const LOOKED_AT = 24;
const OFFERED = 3;

/** Models that can be asked, with questions others have asked them in public. */
export async function PlaygroundPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  await connection();
  const [wanted, now, summaries] = await Promise.all([searchParams, pageClock(), listModels(sql())]);
  const models = await Promise.all(summaries.map((model) => forPlayground(model, now)));
  const id = idParam.parse(wanted.model);
  const first = models.find((model) => model.id === String(id)) ?? models[0];
  if (!first) {
    return (
      <EmptyState title="There is no model to ask yet">
        Models appear here when their developers have published them.
      </EmptyState>
    );
  }
  return <Playground models={models} first={first} />;
}

async function forPlayground(model: ModelSummary, now: number): Promise<PlaygroundModel> {
  const { rows } = await listReceipts(sql(), { model: model.id, limit: LOOKED_AT, offset: 0 }, now);
  const questions = rows.map((row) => row.question).filter((question) => question !== null);
  return {
    id: String(model.id),
    name: nameOf("model", model.id, model.name),
    summary: model.summary,
    perThousandTokens: model.perThousandTokens,
    asked: [...new Set(questions)].slice(0, OFFERED),
  };
}
