import { Worker } from "node:worker_threads";
import type { ClassifierSpec, LedgerText } from "../../../lib/influence/index.ts";
import type { TrainingReport } from "./trainThread.ts";

export type TrainingEnd = Exclude<TrainingReport, { kind: "stage" }>;

/** Longest training, ms: what takes longer was made to. */
const MOST_MS = 300_000;

/** The thread died or took too long: the machine's doing perhaps, so nothing is said of ledger and spec. */
export class TrainingDiedError extends Error {
  override name = "TrainingDiedError";
}

/** Trains in a thread of its own. @throws TrainingDiedError; what the signal was aborted with, once it is. */
export async function runTraining(
  ledger: readonly LedgerText[],
  spec: ClassifierSpec,
  onStage: (stage: string) => void,
  { signal, mostMs = MOST_MS }: { signal?: AbortSignal; mostMs?: number } = {},
): Promise<TrainingEnd> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL("./trainThread.ts", import.meta.url), { workerData: { ledger, spec } });
  let stop = () => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<TrainingEnd>((resolve, reject) => {
      thread.on("message", (report: TrainingReport) => {
        if (report.kind === "stage") onStage(report.stage);
        else resolve(report);
      });
      const died = (how: string) => reject(new TrainingDiedError(how));
      thread.on("error", (error) => died(`the training broke off: ${error.message}`));
      thread.on("exit", (code) => died(`the training ended early (code ${code})`));
      timer = setTimeout(() => died(`the training took longer than ${mostMs / 1000} seconds`), mostMs);
      stop = () => reject(signal!.reason);
      signal?.addEventListener("abort", stop);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    await thread.terminate();
  }
}
