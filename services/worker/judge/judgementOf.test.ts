import { keccak256, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../lib/attribution/randomNumbers.fixture.ts";
import { makeBooks } from "../../../lib/verify/books.fixture.ts";
import { judgementOf } from "./judgementOf.ts";

const DAY = 86_400;
const [posted, redone] = [keccak256("0x01"), keccak256("0x02")];
const difference = { epoch: 1, file: "leaves", row: null, field: "amount", expected: "1", found: "2" } as const;

describe("judgementOf", () => {
  it("finds an epoch that is wrong guilty, with the root that it should have had where that is known", () => {
    const of = (recomputed: typeof redone | null) =>
      judgementOf({ epoch: 1, verdict: "different", difference, recomputed }, posted, 0, 1);
    expect(of(redone)).toEqual({ guilty: true, recomputedRoot: redone, slashBps: 5_000 });
    expect(of(null)).toEqual({ guilty: true, recomputedRoot: zeroHash, slashBps: 5_000 });
  });

  it("waits a day for the epoch’s own files, and says nothing where others’ are missing", () => {
    const of = (ofEpoch: boolean, now: number) =>
      judgementOf({ epoch: 1, verdict: "unavailable", what: "a file", ofEpoch }, posted, 10, now);
    expect([of(true, DAY + 9), of(false, 9 * DAY)]).toEqual([null, null]);
    expect(of(true, DAY + 10)).toEqual({ guilty: true, recomputedRoot: zeroHash, slashBps: 500 });
  });
});

it("acquits honest books, and names the root of those whose leaves alone are wrong (random books)", async () => {
  for (let seed = 200; seed < 215; seed++) {
    const random = randomNumbers(seed);
    const books = await makeBooks(seed, 1 + random(4));
    const { id, root } = books.postings.at(-1)!;
    expect(judgementOf(await books.verify(id), root, 0, 1)).toEqual({
      ...{ guilty: false, recomputedRoot: root, slashBps: 0 },
    });
    books.tamper(id, ({ leaves }) => {
      const from = leaves.findIndex(({ amount }) => amount > 0n);
      const to = from + 1;
      leaves[from] = { ...leaves[from]!, amount: leaves[from]!.amount - 1n };
      leaves[to] = { ...leaves[to]!, amount: leaves[to]!.amount + 1n };
    });
    expect(judgementOf(await books.verify(id), books.postings.at(-1)!.root, 0, 1)).toEqual({
      ...{ guilty: true, recomputedRoot: root, slashBps: 5_000 },
    });
  }
});
