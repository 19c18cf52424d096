import { expect, it } from "vitest";
import { isExecutable, type ProposalFacts, proposalState } from "./proposalState.ts";

const facts: ProposalFacts = {
  voteStart: 100,
  voteEnd: 200,
  eta: null,
  executedAt: null,
  canceledAt: null,
  forVotes: 30n,
  againstVotes: 20n,
  abstainVotes: 10n,
  quorum: 40n,
};

it.each([
  [99, "pending"],
  [100, "pending"],
  [101, "active"],
  [200, "active"],
  [201, "succeeded"],
])("at %i it is %s", (now, state) => {
  expect(proposalState(facts, now)).toBe(state);
});

it.each([
  [{ quorum: 41n }, "defeated"],
  [{ forVotes: 20n, abstainVotes: 20n }, "defeated"],
  [{ forVotes: 21n, abstainVotes: 19n }, "succeeded"],
  [{ againstVotes: 1_000n }, "defeated"],
  [{ eta: 300 }, "queued"],
  [{ eta: 300, executedAt: 301 }, "executed"],
  [{ eta: 300, canceledAt: 250 }, "canceled"],
])("after the vote, with %o, it is %s", (change, state) => {
  expect(proposalState({ ...facts, ...change }, 250)).toBe(state);
});

it("is taken back before voting begins", () => {
  expect(proposalState({ ...facts, canceledAt: 50 }, 60)).toBe("canceled");
});

it("is executable from the second of its eta on", () => {
  expect([299, 300].map((now) => isExecutable("queued", 300, now))).toEqual([false, true]);
  expect(isExecutable("succeeded", null, 300)).toBe(false);
});
