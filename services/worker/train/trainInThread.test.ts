import { expect, it, vi } from "vitest";
import { UnavailableError } from "../../../lib/verify/index.ts";
import { trainInThread } from "./trainInThread.ts";

// Waiting for the real limit would take five minutes.
vi.mock("./runTraining.ts", async (importOriginal) => {
  const real = await importOriginal<typeof import("./runTraining.ts")>();
  return { ...real, runTraining: () => Promise.reject(new real.TrainingDiedError("the training took too long")) };
});

it("tells a verifier that a training which does not end is not to be had", async () => {
  const training = trainInThread([], { labels: {}, dimensions: 64, penalty: 1 });
  await expect(training).rejects.toThrow(new UnavailableError("the training took too long"));
  await expect(training).rejects.toBeInstanceOf(UnavailableError);
});
