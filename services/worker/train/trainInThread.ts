import { type Train, UnavailableError } from "../../../lib/verify/index.ts";
import { runTraining, TrainingDiedError } from "./runTraining.ts";

/** For who verifies epochs in this process: training there would hold up its other jobs. @throws UnavailableError when it does not end. */
export const trainInThread: Train = async (lines, spec) => {
  const end = await runTraining(lines, spec, () => {}).catch((error: unknown) => {
    throw error instanceof TrainingDiedError ? new UnavailableError(error.message) : error;
  });
  return end.kind === "done" ? end.bytes : null;
};
