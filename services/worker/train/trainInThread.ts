import type { Train } from "../../../lib/verify/index.ts";
import { runTraining } from "./runTraining.ts";

/** For who verifies epochs in this process: training there would hold up its other jobs. */
export const trainInThread: Train = async (lines, spec) => {
  const end = await runTraining(lines, spec, () => {});
  return end.kind === "done" ? end.bytes : null;
};
