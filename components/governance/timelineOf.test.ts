import { expect, it } from "vitest";
import type { ProposalState } from "../../lib/governance/proposalState.ts";
import { timelineOf } from "./timelineOf.ts";

const proposal = {
  createdAt: 1,
  voteStart: 10,
  voteEnd: 20,
  queuedAt: null,
  eta: null,
  executedAt: null,
  canceledAt: null,
  tx: "0x1",
  queueTx: null,
  executeTx: null,
  cancelTx: null,
};

it.each<[ProposalState, object, (number | null)[]]>([
  ["pending", {}, [1, 10, 20, null, null, null]],
  ["queued", { queuedAt: 25, eta: 30 }, [1, 10, 20, 25, 30, null]],
  ["executed", { queuedAt: 25, eta: 30, executedAt: 31 }, [1, 10, 20, 25, 30, 31]],
  ["defeated", {}, [1, 10, 20]],
  ["canceled", { canceledAt: 5 }, [1, 5]],
])("%s", (state, change, moments) => {
  const entries = timelineOf({ ...proposal, ...change }, state, 172_800);
  expect(entries.map(({ at }) => at)).toEqual(moments);
  for (const entry of entries) expect(entry.at !== null || entry.hint).toBeTruthy();
});

it("says how long the timelock waits where nothing is queued", () => {
  expect(timelineOf(proposal, "active", 172_800)[4]?.hint).toBe("2 d after it is queued");
  expect(timelineOf(proposal, "active", null)[4]?.hint).toBe("after the timelock’s delay");
});
