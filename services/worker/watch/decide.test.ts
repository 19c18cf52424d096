import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../lib/attribution/randomNumbers.fixture.ts";
import { type Books, makeBooks } from "../../../lib/verify/books.fixture.ts";
import type { Fraud, Verdict } from "../../../lib/verify/index.ts";
import { decide, type OpenEpoch } from "./decide.ts";

const HOUR = 3_600;
const open: OpenEpoch = { state: "pending", wasDisputed: false, postedAt: 0, readyAt: 24 * HOUR };
const difference = { epoch: 1, file: "leaves", row: null, field: "amount", expected: "1", found: "2" } as const;
const different: Verdict = { epoch: 1, verdict: "different", difference, recomputed: null };
const missing = (ofEpoch: boolean): Verdict => ({ epoch: 1, verdict: "unavailable", what: "a file", ofEpoch });
const fraud = { functionName: "proveDisorder" } as Fraud;

describe("decide", () => {
  it("proves fraud at once, behind a dispute too, and never after the window", () => {
    expect(decide(different, fraud, open, 1)).toBe("prove");
    expect(decide(different, fraud, { ...open, state: "disputed", wasDisputed: true }, 72 * HOUR)).toBe("prove");
    expect(decide(different, fraud, open, 24 * HOUR)).toBe("nothing");
  });

  it("disputes a difference once", () => {
    expect(decide(different, null, open, 24 * HOUR - 1)).toBe("dispute");
    expect(decide(different, null, { ...open, wasDisputed: true }, 1)).toBe("nothing");
    expect(decide(different, null, { ...open, state: "disputed", wasDisputed: true }, 1)).toBe("nothing");
    expect(decide(different, null, open, 24 * HOUR)).toBe("nothing");
  });

  it("disputes the epoch’s own missing files near the end of the window, and others’ never", () => {
    expect([0, 20 * HOUR - 1, 20 * HOUR, 24 * HOUR].map((now) => decide(missing(true), null, open, now))).toEqual([
      ...["wait", "wait", "dispute", "nothing"],
    ]);
    for (const now of [0, 20 * HOUR, 24 * HOUR - 1]) expect(decide(missing(false), null, open, now)).toBe("wait");
  });
});

/** Takes away public things that are not files of the newest epoch: other epochs' files, texts shown, the model's document. */
function lose(books: Books, newest: ReadonlySet<string>, random: (below: number) => number): void {
  for (const cid of [...books.files.keys()]) if (!newest.has(cid) && random(4) === 0) books.files.delete(cid);
  for (const [id, shown] of books.shown) {
    if (random(5) === 0) books.shown.delete(id);
    else if (shown.answer !== null && random(9) === 0) shown.answer += " or so";
  }
}

it("never disputes an honest epoch, whatever else is missing (random books)", async () => {
  for (let seed = 100; seed < 125; seed++) {
    const random = randomNumbers(seed);
    const books = await makeBooks(seed, 1 + random(5));
    const posting = books.postings.at(-1)!;
    const manifest = JSON.parse(new TextDecoder().decode(books.files.get(posting.cid)));
    const cids = Object.values<{ cid: string }>(manifest.files).map(({ cid }) => cid);
    lose(books, new Set([posting.cid, ...cids]), random);
    const verdict = await books.verify(posting.id);
    expect(verdict.verdict).not.toBe("different");
    const now = random(24 * HOUR);
    expect(["nothing", "wait"]).toContain(decide(verdict, null, open, now));
  }
});
