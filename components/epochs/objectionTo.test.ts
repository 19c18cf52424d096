import { expect, it } from "vitest";
import { objectionTo } from "./objectionTo.ts";

const earlier = { outcome: "valid", caseId: 1n } as const;
const current = (caseId: bigint | null) => ({ outcome: null, caseId });

it.each([
  ["window", [], "Dispute"],
  ["window", [earlier], "Dispute"],
  ["disputed", [current(null)], "Open the case"],
  ["disputed", [current(null), earlier], "Open the case"], // the closed case is of the dispute before
  ["disputed", [current(2n), earlier], null],
  ["accepted", [earlier], null],
] as const)("row %#, an epoch that is %s", (state, disputes, objection) => {
  expect(objectionTo(state, disputes)).toBe(objection);
});
