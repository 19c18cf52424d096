import { expect, it } from "vitest";
import { ownersSince, splitsSince } from "./holding.ts";

const DAY = 86_400;
const splitOf = (owner: number) => ({ provider: 0, owner, contributors: 0, stakers: 0 });
const set = (owner: number, day: number) => ({ split: splitOf(owner), at: day * DAY });
const heldFrom = (splits: ReturnType<typeof set>[], from: number, until?: number) =>
  splitsSince(splits, from * DAY, until === undefined ? undefined : until * DAY).map(({ owner }) => owner);

it("says which splits held between two times: the one before them, and those that began until their end", () => {
  const splits = [set(1, 0), set(2, 10), set(3, 20)];
  expect(heldFrom(splits, 9)).toEqual([1, 2, 3]);
  expect(heldFrom(splits, 9, 9)).toEqual([1]);
  expect(heldFrom(splits, 9, 10)).toEqual([1, 2]);
  expect(heldFrom(splits, 10, 19)).toEqual([2]);
  expect(heldFrom(splits, 30, 40)).toEqual([3]);
});

it("leaves out a split that another took the place of before it began", () => {
  // Announced on day 3 for day 10, replaced on day 5 by one for day 12.
  expect(heldFrom([set(1, 0), set(2, 10), set(3, 12)], 0, 20)).toEqual([1, 3]);
  // Announced on the very day on which the other began: that one held.
  expect(heldFrom([set(1, 0), set(2, 10), set(3, 17)], 0, 20)).toEqual([1, 2, 3]);
});

it("says who owned an asset between two times, the newest first", () => {
  const owners = (["0xa", "0xb", "0xc"] as const).map((owner, i) => ({ owner, since: i * DAY }));
  expect(ownersSince(owners, DAY - 1, 2 * DAY)).toEqual(["0xc", "0xb", "0xa"]);
  expect(ownersSince(owners, DAY - 1, 2 * DAY - 1)).toEqual(["0xb", "0xa"]);
  expect(ownersSince(owners, DAY, DAY)).toEqual(["0xb"]);
});
