import type { ShownTraining } from "../../lib/flows/api/trainings.ts";
import { LEAST_PROTOCOL_BPS, type ModelDraft, protocolBps } from "./draft.ts";
import { parseRules } from "./parseRules.ts";

/** What keeps a classifier from being trained, in a sentence; null when nothing does. */
export function whyNotTrain({ datanets, rules }: ModelDraft): string | null {
  if (datanets.length === 0) return "Choose a datanet to train on.";
  const parsed = parseRules(rules);
  return "problem" in parsed ? parsed.problem : null;
}

/** What is missing before a model can be published, in a sentence; null when nothing is. */
export function whyNotPublish(draft: ModelDraft, training: ShownTraining | null): string | null {
  if (draft.datanets.length === 0) return "Choose a datanet it is made from.";
  if (draft.method === "openai" && draft.upstream.trim() === "") return "Name the upstream’s model.";
  if (draft.method === "datanet-classifier") {
    if (training?.state !== "done") return "Train it first.";
    if (isOutdated(draft, training)) return "Datanets or labels changed since it was trained; train it again.";
  }
  for (const field of ["name", "summary", "licence", "contact"] as const) {
    if (draft[field].trim() === "") return `Give it a ${field}.`;
  }
  if (draft.price === null) return "Give its price as an amount of OPEN.";
  const left = protocolBps(draft.split);
  const least = `${LEAST_PROTOCOL_BPS / 100} % at least`;
  if (left < 0) return `The split is ${-left / 100} % more than there is; leave the protocol ${least}.`;
  if (left < LEAST_PROTOCOL_BPS) return `The split leaves the protocol ${left / 100} %; it takes ${least}.`;
  return null;
}

/** Whether the form asks for another training than the one that was run. */
export function isOutdated({ datanets, rules }: ModelDraft, training: ShownTraining): boolean {
  const parsed = parseRules(rules);
  if ("problem" in parsed) return true;
  return (
    JSON.stringify(parsed.rules) !== JSON.stringify(training.labels) ||
    datanets.toSorted().join() !== training.datanets.toSorted().join()
  );
}
