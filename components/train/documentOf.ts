import type { ShownTraining } from "../../lib/flows/api/trainings.ts";
import type { ModelDocument } from "../../lib/storage/documentSchemas.ts";
import type { ModelDraft } from "./draft.ts";

/** The document of a model that is ready to be published. @param training what it was trained by; null where it is not trained */
export function documentOf(draft: ModelDraft, training: ShownTraining | null): ModelDocument {
  const { method, name, summary, description, licence, contact, upstream, price } = draft;
  return {
    type: "model",
    ...{ name: name.trim(), summary: summary.trim(), description: description.trim(), method },
    ...(method === "openai" && { upstream: { model: upstream.trim() } }),
    ...(training && method === "datanet-classifier" && { classifier: classifierOf(training) }),
    price: { perThousandTokens: price! },
    ...{ licence: licence.trim(), contact: contact.trim() },
  };
}

function classifierOf({ labels, dimensions, penalty, weights, ledgerRoot, evaluation }: ShownTraining) {
  return { labels, dimensions, penalty, weights: weights!, ledgerRoot: ledgerRoot!, evaluation: evaluation! };
}
