import { Worker } from "node:worker_threads";
import type { ClassifierSpec, LedgerText } from "../../../lib/influence/index.ts";
import type { TrainingReport } from "./trainThread.ts";

export type TrainingEnd = Exclude<TrainingReport, { kind: "stage" }>;

/** Longest training, ms: what takes longer was made to. */
const MOST_MS = 300_000;

/** Trains in a thread of its own. @throws Error when the thread dies or takes too long: it may do better another time. */
export async function runTraining(
  ledger: readonly LedgerText[],
  spec: ClassifierSpec,
  onStage: (stage: string) => void,
): Promise<TrainingEnd> {
  const thread = new Worker(new URL("./trainThread.ts", import.meta.url), { workerData: { ledger, spec } });
  const timer = setTimeout(() => void thread.terminate(), MOST_MS);
  try {
    return await new Promise<TrainingEnd>((resolve, reject) => {
      thread.on("message", (report: TrainingReport) => {
        if (report.kind === "stage") onStage(report.stage);
        else resolve(report);
      });
      thread.on("error", reject);
      thread.on("exit", (code) => reject(new Error(`the training ended early (code ${code})`)));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
