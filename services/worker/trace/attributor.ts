import { modelVersionUri, NotReadyError } from "../../../lib/db/ledgers.ts";
import type { ServedReceipt } from "../../../lib/db/worker/traces.ts";
import { readDocument } from "../../../lib/gateway/chat/documents.ts";
import type { ModelDocument } from "../../../lib/storage/documents.ts";
import type { WorkerContext } from "../context.ts";
import type { Attributed } from "./Attributed.ts";
import { attributeInContext } from "./attributeInContext.ts";
import { attributeInfluence } from "./attributeInfluence.ts";
import { attributeSpans } from "./attributeSpans.ts";
import type { ModelClassifiers } from "./ModelClassifiers.ts";
import type { ModelLedgers } from "./ModelLedgers.ts";

/** @throws what may pass: an index that is behind, a text or document that is not there yet. The receipt is then tried again. */
export type Attribute = (receipt: ServedReceipt) => Promise<Attributed>;

/** Null where a version has no document of ours: its answers can only have been quotes. */
export type ModelDocuments = (model: bigint, version: number) => Promise<ModelDocument | null>;

/** Attributes answers by the method of the model version that gave them. */
export function attributor(
  { bits, store }: Pick<WorkerContext, "bits" | "store">,
  documentOf: ModelDocuments,
  ledgers: Pick<ModelLedgers, "get">,
  classifiers: Pick<ModelClassifiers, "get">,
): Attribute {
  return async ({ model, version, question, answer, passages }) => {
    const document = await documentOf(model, version);
    if (document?.method === "datanet-classifier") {
      return attributeInfluence(await classifiers.get(model, version, document.classifier!), question, answer);
    }
    const ledger = await ledgers.get(model, version);
    return passages === null
      ? attributeSpans(ledger, answer, bits)
      : attributeInContext(store, ledger, answer, passages, bits);
  };
}

/** Reads what model versions say of themselves. @throws NotReadyError while a document cannot be read. */
export function modelDocuments({ sql, store }: Pick<WorkerContext, "sql" | "store">): ModelDocuments {
  return async (model, version) => {
    const uri = await modelVersionUri(sql, model, version);
    if (uri === null) throw new NotReadyError(`Model ${model} has no version ${version} in the index yet.`);
    const found = await readDocument(store, uri);
    if (found === "away") throw new NotReadyError(`The document of model ${model} v${version} cannot be read yet.`);
    return found?.document.type === "model" ? found.document : null;
  };
}
