import { Worker } from "node:worker_threads";
import type { ClassifierSpec, LedgerText } from "../../../lib/influence/index.ts";
import type { TrainingReport } from "./trainThread.ts";

export type TrainingEnd = Exclude<TrainingReport, { kind: "stage" }>;

/** Longest training, ms: what takes longer was made to. */
const MOST_MS = 300_000;

/** The training was ended because it took too long. */
export class TrainingTooLongError extends Error {
  override name = "TrainingTooLongError";
}

/** Trains in a thread of its own. @throws TrainingTooLongError, or Error when the thread dies: it may do better another time. */
export async function runTraining(
  ledger: readonly LedgerText[],
  spec: ClassifierSpec,
  onStage: (stage: string) => void,
): Promise<TrainingEnd> {
  const thread = new Worker(new URL("./trainThread.ts", import.meta.url), { workerData: { ledger, spec } });
  let tooLong = false;
  const timer = setTimeout(() => {
    tooLong = true;
    void thread.terminate();
  }, MOST_MS);
  try {
    return await new Promise<TrainingEnd>((resolve, reject) => {
      thread.on("message", (report: TrainingReport) => {
        if (report.kind === "stage") onStage(report.stage);
        else resolve(report);
      });
      thread.on("error", reject);
      thread.on("exit", (code) => {
        const minutes = MOST_MS / 60_000;
        reject(
          tooLong
            ? new TrainingTooLongError(`the training took longer than ${minutes} minutes`)
            : new Error(`the training ended early (code ${code})`),
        );
      });
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
