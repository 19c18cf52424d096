import { ledgerToCome } from "../../../lib/db/ledgers.ts";
import type { OutdatedModel } from "../../../lib/db/worker/releases.ts";
import { getDocument, putDocument } from "../../../lib/storage/documents.ts";
import { ledgerRootInTurns } from "../../../lib/threads/ledgerRootInTurns.ts";
import type { WorkerContext } from "../context.ts";
import type { Trainer } from "../train/Trainer.ts";

/**
 * What a model's next version over its datanets' newest points at: a classifier is trained again, with the same spec, and gets a
 * document with the new weights; any other model keeps its document.
 * @throws Error when the new ledger cannot be trained on, saying why.
 */
export async function retrain(
  { sql, store }: Pick<WorkerContext, "sql" | "store">,
  trainer: Pick<Trainer, "train">,
  model: OutdatedModel,
): Promise<OutdatedModel> {
  const document = await getDocument(model.uri, store);
  if (document.type !== "model" || document.method !== "datanet-classifier") return model;
  const { labels, dimensions, penalty } = document.classifier!;
  const items = await ledgerToCome(sql, model.parents);
  const root = await ledgerRootInTurns(items);
  const outcome = await trainer.train({ items, root }, { labels, dimensions, penalty });
  if (outcome.state === "failed") throw new Error(`model ${model.id} cannot be trained again: ${outcome.problem}`);
  const { weights, evaluation } = outcome;
  const classifier = { labels, dimensions, penalty, weights, ledgerRoot: root, evaluation };
  const { uri, contentHash } = await putDocument({ ...document, classifier }, store);
  return { ...model, uri, contentHash };
}
