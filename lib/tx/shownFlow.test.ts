import { expect, it } from "vitest";
import type { FlowRecord } from "./flow.ts";
import { noFlow, onceAtATime, type ShownFlow, shownUnder, withChange } from "./shownFlow.ts";

const record: FlowRecord<null, null> = { flow: "test", request: null, facts: null, steps: [] };
const ofA: ShownFlow<null, null> = { ...noFlow, at: "a", record, problem: "too little OPEN" };

it("shows a change only while its own account is connected", () => {
  expect(withChange(ofA, "a", { running: true })).toEqual({ ...ofA, running: true });
  const ofB: ShownFlow<null, null> = { ...noFlow, at: "b" };
  expect(withChange(ofB, "a", { record, running: true, problem: "x" })).toBe(ofB);
});

it("gives a record to no other account, so that none can go on with it", () => {
  expect(shownUnder(ofA, "a")).toBe(ofA);
  expect(shownUnder(ofA, "b")).toEqual({ ...noFlow, at: "b" });
  expect(shownUnder(ofA, null).record).toBeNull();
});

it("runs one flow once at a time, and again after it failed", async () => {
  const underWay = new Set<string>();
  let end = (_: string) => {};
  const first = onceAtATime(underWay, "a", () => new Promise<string>((resolve) => (end = resolve)));
  expect(await onceAtATime(underWay, "a", async () => "second")).toBeNull();
  expect(await onceAtATime(underWay, "b", async () => "another account's")).toBe("another account's");
  end("first");
  expect(await first).toBe("first");
  await expect(onceAtATime(underWay, "a", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
  expect(await onceAtATime(underWay, "a", async () => "third")).toBe("third");
});
