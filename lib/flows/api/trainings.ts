import type { Hex } from "viem";
import type { Evaluation, LabelRules } from "../../influence/index.ts";
import type { ClassifierPart, TrainingSpec } from "../../storage/documentSchemas.ts";
import { askApi, postJson } from "../../tx/api.ts";

export type ShownTraining = TrainingSpec & {
  id: Hex;
  datanets: string[];
  state: "queued" | "running" | "done" | "failed";
  /** What is being done; null before the worker has begun. */
  stage: string | null;
  problem: string | null;
  ledgerRoot: Hex | null;
  weights: ClassifierPart["weights"] | null;
  evaluation: Evaluation | null;
  /** Whether a model registered now would have the ledger that was trained on. */
  isCurrent: boolean;
};

export type TrainingOrder = { datanets: readonly string[]; labels: LabelRules };

export const startTraining = (order: TrainingOrder): Promise<ShownTraining> => postJson("/api/v1/trainings", order);

export const readTraining = (id: string): Promise<ShownTraining> => askApi(`/api/v1/trainings/${id}`);
