import { expect, it } from "vitest";
import { formatRelative } from "../../lib/format/date.ts";
import type { ProposalState } from "../../lib/governance/proposalState.ts";
import { clockLine } from "./clockLine.ts";
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
  ["pending", {}, [1, 11, 21, null, null, null]],
  ["queued", { queuedAt: 25, eta: 30 }, [1, 11, 21, 25, 30, null]],
  ["executed", { queuedAt: 25, eta: 30, executedAt: 31 }, [1, 11, 21, 25, 30, 31]],
  ["defeated", {}, [1, 11, 21]],
  ["canceled", { canceledAt: 5 }, [1, 5]],
])("%s", (state, change, moments) => {
  const entries = timelineOf({ ...proposal, ...change }, state, 172_800);
  expect(entries.map(({ at }) => at)).toEqual(moments);
  for (const entry of entries) expect(entry.at !== null || entry.hint).toBeTruthy();
});

it("says the same moments as the line above it", () => {
  const votes = { forVotes: 0n, againstVotes: 0n, abstainVotes: 0n, quorum: 1n };
  const facts = { ...proposal, ...votes, voteStart: 172_800, voteEnd: 345_600 };
  const [, opens, ends] = timelineOf(facts, "pending", null).map(({ at }) => formatRelative(at!, 1));
  expect(clockLine("pending", facts, 1)).toBe(`Voting opens ${opens}`);
  expect(clockLine("active", facts, 1)).toBe(`Voting ends ${ends}`);
});

it("says how long the timelock waits where nothing is queued", () => {
  expect(timelineOf(proposal, "active", 172_800)[4]?.hint).toBe("2 d after it is queued");
  expect(timelineOf(proposal, "active", null)[4]?.hint).toBe("after the timelock’s delay");
});
