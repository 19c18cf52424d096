"use client";

import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import type { ShownTraining } from "../../lib/flows/api/trainings.ts";
import { Card } from "../ui/Card.tsx";
import { ErrorNote, Note } from "../ui/Note.tsx";
import { Progress } from "../ui/Progress.tsx";
import { ConfusionTable } from "./ConfusionTable.tsx";

/** In their order, as the worker tells them. */
const STAGES = [
  "waiting for the worker",
  "reading the ledger",
  "comparing texts",
  "reading words",
  "solving",
  "measuring owners",
  "measuring accuracy",
];

/** How far a training is, then what it came to. */
export function TrainingPanel({
  training,
  error,
  outdated,
}: {
  training: ShownTraining | null;
  error: unknown;
  outdated: boolean;
}) {
  if (error) return <ErrorNote title="The training cannot be read">{sentenceOf(error)}</ErrorNote>;
  if (!training) return null;
  if (training.state === "failed") {
    return <ErrorNote title="It could not be trained">{training.problem}.</ErrorNote>;
  }
  if (training.state !== "done" || !training.evaluation) {
    const stage = training.stage ?? STAGES[0]!;
    return (
      <Card title="Training" note="Leave this page whenever you like: it goes on, and is found here again.">
        <p role="status" className="mb-1.5 text-[14px]">
          {stage.slice(0, 1).toUpperCase() + stage.slice(1)}
        </p>
        <Progress label={stage} value={STAGES.indexOf(stage)} max={STAGES.length} />
      </Card>
    );
  }
  return (
    <Card
      id="evaluation"
      title="Evaluation"
      note="Anybody can train it again and must get the same weights and figures."
    >
      {outdated && (
        <div className="mb-4">
          <Note tone="warn">Datanets or labels changed since; train it again to publish that.</Note>
        </div>
      )}
      {!outdated && !training.isCurrent && (
        <div className="mb-4">
          <Note tone="warn">A datanet has a newer version by now; train it again to publish over that.</Note>
        </div>
      )}
      <ConfusionTable evaluation={training.evaluation} />
    </Card>
  );
}
