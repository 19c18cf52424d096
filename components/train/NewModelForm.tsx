"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import { readTraining, startTraining } from "../../lib/flows/api/trainings.ts";
import type { RegisterModelFacts, RegisterModelRequest } from "../../lib/flows/registerModel.ts";
import { modelHref } from "../../lib/site/hrefs.ts";
import { FaucetNote } from "../tx/FaucetNote.tsx";
import { FlowSteps } from "../tx/FlowSteps.tsx";
import { Gate } from "../tx/Gate.tsx";
import { useFlow } from "../tx/useFlow.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNote } from "../ui/Note.tsx";
import { BlockSkeleton } from "../ui/Skeleton.tsx";
import { type DatanetChoice, DatanetField } from "./DatanetField.tsx";
import { documentOf } from "./documentOf.ts";
import { licenceProblem } from "./licenceProblem.ts";
import { MethodField } from "./MethodField.tsx";
import { ModelFields } from "./ModelFields.tsx";
import type { HeldNames } from "./nameHint.ts";
import { parseRules } from "./parseRules.ts";
import { RulesField } from "./RulesField.tsx";
import { TrainingPanel } from "./TrainingPanel.tsx";
import { useModelDraft } from "./useModelDraft.ts";
import { useTraining } from "./useTraining.ts";
import { isOutdated, whyNotPublish, whyNotTrain } from "./whyNotPublish.ts";

const loadFlow = () => import("../../lib/flows/registerModel.ts").then((module) => module.registerModelFlow);
const NEWER = "A datanet has a newer version by now: train again, so that the model is over what it was trained on.";

/** What a model is made from and says of itself; a classifier is trained on the way; then its registration. */
export function NewModelForm({
  datanets,
  held,
  licences,
}: {
  datanets: DatanetChoice[];
  held: HeldNames;
  licences: string[];
}) {
  const router = useRouter();
  const { draft, change, clear, read } = useModelDraft();
  const isClassifier = draft.method === "datanet-classifier";
  const { data: training = null, error } = useTraining(isClassifier ? draft.training : null);
  const [busy, setBusy] = useState<"training" | "storing" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const flow = useFlow<RegisterModelRequest, RegisterModelFacts>("registerModel", loadFlow, ({ facts }) => {
    flow.discard();
    clear();
    router.push(modelHref(facts.model!));
  });

  async function attempt(what: "training" | "storing", work: () => Promise<void>) {
    setBusy(what);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  }

  const train = () =>
    attempt("training", async () => {
      const parsed = parseRules(draft.rules);
      if ("problem" in parsed) return;
      const { id } = await startTraining({ datanets: draft.datanets, labels: parsed.rules });
      change({ training: id });
    });

  const publish = () =>
    attempt("storing", async () => {
      const trained = training && isClassifier ? await readTraining(training.id) : null;
      if (trained && !trained.isCurrent) return setProblem(NEWER);
      const { storeModel } = await import("../../lib/flows/storeModel.ts");
      const stored = await storeModel(documentOf(draft, trained));
      void flow.start({ ...stored, name: draft.name.trim(), parents: draft.datanets.map(BigInt), split: draft.split });
    });

  if (!read || flow.recalling) return <BlockSkeleton className="h-96" />;
  if (flow.record) {
    return (
      <Card title={flow.record.request.name} note="Leave this page whenever you like: it goes on where it stopped.">
        <FlowSteps steps={flow.record.steps} title={flow.title} />
        {flow.problem && <ErrorNote>{flow.problem}</ErrorNote>}
        {!flow.running && (
          <div className="mt-5 flex flex-wrap items-center gap-3">
            <Gate purpose="go on" reason={null} onAct={() => void flow.resume()}>
              Try again
            </Gate>
            <Button onClick={flow.discard}>Change the model</Button>
          </div>
        )}
      </Card>
    );
  }
  const untrained = whyNotTrain(draft);
  const working = training?.state === "queued" || training?.state === "running";
  return (
    <>
      <FaucetNote />
      <form className="grid max-w-3xl grid-cols-1 gap-6" onSubmit={(event) => event.preventDefault()}>
        <MethodField draft={draft} change={change} />
        <DatanetField choices={datanets} draft={draft} change={change} />
        {isClassifier && (
          <>
            <RulesField draft={draft} change={change} />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button
                busy={busy === "training" || working}
                aria-disabled={untrained !== null || working || undefined}
                onClick={untrained === null && !working ? train : undefined}
              >
                {training?.state === "done" ? "Train again" : "Train"}
              </Button>
              {untrained && <p className="text-[13px] text-ink-2">{untrained}</p>}
            </div>
            <TrainingPanel
              training={training}
              error={error}
              outdated={training !== null && isOutdated(draft, training)}
            />
          </>
        )}
        <ModelFields draft={draft} change={change} held={held} licences={licences} />
        {(problem || flow.problem) && <ErrorNote>{problem ?? flow.problem}</ErrorNote>}
        <Gate
          purpose="publish it"
          reason={whyNotPublish(draft, training) ?? licenceProblem(draft.licence, licences)}
          busy={busy === "storing" || flow.running}
          onAct={publish}
        >
          Publish
        </Gate>
      </form>
    </>
  );
}
