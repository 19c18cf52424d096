import { expect, test } from "vitest";
import { campaigns, summary } from "./metrics.ts";

const metric = (calls: number, discards = 0) => ({ calls, reverts: 0, discards });
const results = (status: string, rare: number) => ({
  "contracts/test/x.t.sol:XInvariantsTest": {
    test_results: {
      "invariant_I1_Sum()": {
        ...{ status, reason: status === "Success" ? null : "1 != 2" },
        kind: {
          Invariant: {
            runs: 1,
            calls: 100,
            metrics: { "a.sol:H.pay": metric(90), "a.sol:H.take": metric(10, 10 - rare) },
          },
        },
      },
    },
  },
});

test("calls that were discarded are no calls", () => {
  expect(campaigns(results("Success", 6))).toEqual([
    {
      contract: "XInvariantsTest",
      invariant: "invariant_I1_Sum",
      failure: undefined,
      calls: 100,
      actions: { pay: 90, take: 6 },
    },
  ]);
});

test("sound when every invariant holds and every action has 5 %", () => {
  const { text, sound } = summary(campaigns(results("Success", 6)));
  expect(sound).toBe(true);
  expect(text).toContain("  actions: pay 93.8 %, take 6.3 %");
  expect(text.endsWith("1 of 1 invariants hold over 100 calls")).toBe(true);
});

test("an action under 5 % is named", () => {
  const { text, sound } = summary(campaigns(results("Success", 4)));
  expect(sound).toBe(false);
  expect(text).toContain("  under 5 %: take");
});

test("a failure is shown with its reason; nothing at all is no success", () => {
  const { text, sound } = summary(campaigns(results("Failure", 6)));
  expect(sound).toBe(false);
  expect(text).toContain("  1 != 2: invariant_I1_Sum");
  expect(summary([]).sound).toBe(false);
});
