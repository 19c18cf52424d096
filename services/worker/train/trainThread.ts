import { parentPort, workerData } from "node:worker_threads";
import {
  type ClassifierSpec,
  decodeClassifier,
  type Evaluation,
  evaluateClassifier,
  type LedgerText,
  type TrainingStage,
  trainOnLedger,
} from "../../../lib/influence/index.ts";
import { yieldToServing } from "../../../lib/threads/yieldToServing.ts";

// Trains one classifier and ends: seconds of arithmetic that must not hold up the worker's other jobs. See `runTraining`.

export type TrainingReport =
  | { kind: "stage"; stage: TrainingStage | "measuring accuracy" }
  | { kind: "done"; bytes: Uint8Array<ArrayBuffer>; evaluation: Evaluation }
  /** The ledger or the spec does not do: it will fail again. */
  | { kind: "failed"; problem: string };

yieldToServing();

const { ledger, spec } = workerData as { ledger: LedgerText[]; spec: ClassifierSpec };
const tell = (report: TrainingReport) => parentPort!.postMessage(report);

try {
  const bytes = trainOnLedger(ledger, spec, (stage) => tell({ kind: "stage", stage }));
  tell({ kind: "stage", stage: "measuring accuracy" });
  const evaluation = evaluateClassifier(decodeClassifier(bytes));
  tell({ kind: "done", bytes: bytes as Uint8Array<ArrayBuffer>, evaluation });
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  tell({ kind: "failed", problem: error.message });
}
