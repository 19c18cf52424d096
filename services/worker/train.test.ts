import { afterAll, beforeAll, expect, it } from "vitest";
import { ledgerRoot } from "../../lib/attribution/index.ts";
import { orderTraining, trainingById } from "../../lib/db/gateway/trainings.ts";
import { saveStage } from "../../lib/db/worker/trainings.ts";
import { type ClassifierSpec, trainingId } from "../../lib/influence/index.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";
import { TrainingTooLongError } from "./train/runTraining.ts";
import { train } from "./train.ts";

let stack: LocalStack;
beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(() => stack?.stop());

const ROOT = ledgerRoot([]);
const specOf = (label: string): ClassifierSpec => ({
  labels: { [label]: ["a*"], other: ["b*"] },
  dimensions: 16,
  penalty: 1,
});

it("goes on with the next order when one takes too long, cannot be finished now, or is of another ledger", async () => {
  const { sql } = stack;
  const order = async (label: string, root = ROOT) => {
    const spec = specOf(label);
    const id = trainingId(root, spec);
    await orderTraining(sql, id, [7n], JSON.stringify(spec));
    await saveStage(sql, id, root, "training");
    return id;
  };
  const slow = await order("slow");
  const torn = await order("torn");
  const old = await order("old", `0x${"1".repeat(64)}`);
  const fine = await order("fine");
  const lines: string[] = [];
  const trained: string[] = [];
  const trainer = {
    train: async (_: unknown, spec: ClassifierSpec) => {
      const [label] = Object.keys(spec.labels);
      trained.push(label!);
      if (label === "slow") throw new TrainingTooLongError("too long");
      if (label === "torn") throw new Error("a text has left the store");
      return { state: "failed" as const, problem: "" };
    },
  };
  const work = train({ sql }, trainer, (line) => lines.push(line));
  await work();
  expect(trained.sort()).toEqual(["fine", "slow", "torn"]);
  expect(await trainingById(sql, slow)).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("fewer labels"),
  });
  expect(await trainingById(sql, old)).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("new version"),
  });
  expect(lines).toEqual([`${torn.slice(0, 10)}… waits: a text has left the store`]);

  trained.length = 0;
  await work();
  expect(trained.sort(), "what is over is not begun again").toEqual(["fine", "torn"]);
  expect(lines, "a reason is said once").toHaveLength(1);
  expect(await trainingById(sql, fine)).toMatchObject({ state: "running" });
});
