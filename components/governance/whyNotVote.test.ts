import { expect, it } from "vitest";
import type { Voter } from "../../lib/flows/readVoter.ts";
import { whyNotAdvance, whyNotVote } from "./whyNotVote.ts";

const voter: Voter = { now: 200, state: "active", voteStart: 100, eta: null, voted: false, vote: null, weight: 5n };

it.each<[Partial<Voter> | null, RegExp | null]>([
  [{}, null],
  [null, /Reading/],
  [{ voted: true, weight: 5n }, /have voted/],
  [{ weight: 0n }, /no votes at 1 Jan 1970, 00:01 UTC.*delegated/],
  [{ weight: null }, /next block/],
  [{ state: "pending", weight: null }, /not begun/],
  [{ state: "queued" }, /over/],
])("with %o: %s", (change, reason) => {
  const given = whyNotVote({ isError: false, ...(change && { data: { ...voter, ...change } }) });
  if (reason === null) expect(given).toBeNull();
  else expect(given).toMatch(reason);
});

it.each<[Partial<Voter>, "queue" | "execute", RegExp | null]>([
  [{ state: "succeeded" }, "queue", null],
  [{ state: "queued" }, "queue", /another state/],
  [{ state: "queued", eta: 200 }, "execute", null],
  [{ state: "queued", eta: 201 }, "execute", /until 1 Jan 1970, 00:03 UTC/],
  [{ state: "executed", eta: 150 }, "execute", /another state/],
])("with %o, to %s: %s", (change, act, reason) => {
  const given = whyNotAdvance({ isError: false, data: { ...voter, ...change } }, act);
  if (reason === null) expect(given).toBeNull();
  else expect(given).toMatch(reason);
});

it("says that the chain does not answer, not that it is still being read", () => {
  expect(whyNotVote({ isError: true })).toMatch(/does not answer/);
  expect(whyNotAdvance({ isError: true }, "queue")).toMatch(/does not answer/);
  expect(whyNotVote({ isError: true, data: voter })).toBeNull(); // read a moment ago
});
