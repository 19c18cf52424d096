import { beforeEach, describe, expect, it } from "vitest";
import { INFLUENCE_METHOD } from "../influence/index.ts";
import { type Books, type EpochRecords, makeBooks, TALKER } from "./books.fixture.ts";

let books: Books;
beforeEach(async () => {
  books = await makeBooks(1, 4);
});

/** An epoch with a public answer of the model that answers in its own words, and that receipt. */
function published() {
  for (const { id } of books.postings) {
    const { receipts, shares } = books.records.get(id)!;
    const quotes = (of: string) => shares.some(({ receipt, channel }) => receipt === of && !channel);
    const receipt = receipts.find(({ id, model, passages }) => model === TALKER && passages && quotes(id));
    if (receipt) return { epoch: id, receipt };
  }
  throw new Error("the books hold no such answer");
}

async function told(change: (epoch: EpochRecords, id: string) => void) {
  const { epoch, receipt } = published();
  books.tamper(epoch, (records) => change(records, receipt.id));
  const verdict = await books.verify(epoch);
  if (verdict.verdict !== "different") throw new Error(JSON.stringify(verdict, (_, value) => String(value)));
  const { row, field, found } = verdict.difference;
  return [row!.replace(`receipt ${receipt.id}`, "it"), field, found];
}
const inLog = (change: (passages: [number, number, number][]) => void) =>
  told(({ receipts }, id) => change(receipts.find((receipt) => receipt.id === id)!.passages!));
const context = ({ shares }: EpochRecords, id: string) =>
  shares.find(({ receipt, channel }) => receipt === id && channel === "context")!;

describe("an answer whose prompt held passages", () => {
  it("has shares of both kinds in the honest books", () => {
    const { epoch, receipt } = published();
    const channels = books.records
      .get(epoch)!
      .shares.filter((row) => row.receipt === receipt.id)
      .map((row) => row.channel);
    expect(receipt.passages!.length).toBeGreaterThan(1);
    expect(channels).toContain("context");
    expect(channels).toContain(undefined);
  });

  it("is named when its log was changed: a passage moved, longer, of another, left out, twice, or in another order", async () => {
    const [id, offset, words] = published().receipt.passages![0]!;
    const passage = (contribution: number, from: number, to: number) =>
      `contribution ${contribution}, words ${from} to ${to}`;
    const strange = (found: string) => ["it", "passages", found];
    expect(await inLog(([first]) => (first![1] += 1))).toEqual(strange(passage(id, offset + 1, offset + 1 + words)));
    expect(await inLog(([first]) => (first![2] -= 1))).toEqual(strange(passage(id, offset, offset + words - 1)));
    expect(await inLog(([first]) => (first![0] = 5))).toEqual(strange(passage(5, offset, offset + words)));
    expect(await inLog(([first]) => (first![0] = 999))).toEqual(strange(passage(999, offset, offset + words)));
    expect((await inLog((log) => log.push(log[0]!)))[1]).toMatch(/^(fee|passages)$/);
    expect(await inLog((log) => log.shift())).toEqual(strange("without it"));
    expect((await inLog((log) => log.reverse())).slice(0, 2)).toEqual(["it", "attributionHash"]);
  });

  it("may lack a passage that was taken down, and no other", async () => {
    const [first, second] = published().receipt.passages!;
    books.takenDown.add(BigInt(first![0]));
    // It is not what was signed, but the log itself may be so.
    expect((await inLog((log) => log.shift()))[1]).not.toBe("passages");
    expect(await inLog((log) => log.splice(log.indexOf(second!), 1))).toEqual(["it", "passages", "without it"]);
  });

  it("is named when a context share is another, of another, said to be exact, or missing", async () => {
    const more = (records: EpochRecords, id: string) => (context(records, id).share -= 1);
    // The wei between go to the owner’s earliest row, so the amount that differs first may be another’s.
    expect((await told(more))[0]).toMatch(/^it, contribution/);
    const gone = (records: EpochRecords, id: string) =>
      records.shares.splice(records.shares.indexOf(context(records, id)), 1);
    expect((await told(gone))[0]).toMatch(/^it, contribution/);
    const nobodys = (records: EpochRecords, id: string) => (context(records, id).contribution = 5n);
    expect((await told(nobodys)).slice(0, 2)).toEqual(["it, contribution 5, in context", "kind"]);
  });

  it("is named when it lacks its log or method, and so is an answer that repeats only and claims to have one", async () => {
    const unlogged = ({ receipts }: EpochRecords, id: string) => {
      const receipt = receipts.find((one) => one.id === id)!;
      delete receipt.passages;
      books.shown.set(receipt.id, { ...books.shown.get(receipt.id)!, passages: null });
    };
    expect((await told(unlogged)).slice(0, 2)).toEqual(["it", "passages"]);
    const unmethodical = ({ receipts, shares }: EpochRecords, id: string) => {
      delete receipts.find((one) => one.id === id)!.method;
      for (const share of shares) if (share.receipt === id && share.channel) share.share = 0;
    };
    expect((await told(unmethodical))[1]).toMatch(/^(amount|method)$/);
  });

  it.each([INFLUENCE_METHOD, "lona-2"])(
    "does not lend a method to the others: %s is not their document’s",
    async (method) => {
      const isPublic = ({ id, model }: EpochRecords["receipts"][number]) =>
        model !== TALKER && books.shown.get(id)!.answer !== null;
      const { id } = books.postings.find(({ id }) => books.records.get(id)!.receipts.some(isPublic))!;
      books.tamper(id, ({ receipts }) => (receipts.find(isPublic)!.method = method));
      expect(await books.verify(id)).toMatchObject({
        verdict: "different",
        difference: { field: "method", expected: "lona-1", found: method },
      });
    },
  );

  it("cannot give passages more than their cap, though it is private", async () => {
    const over = ({ shares }: EpochRecords, id: string) => {
      for (const row of shares) if (row.receipt === id) row.share = row.channel === "context" ? 250_000_001 : 0;
    };
    expect((await told(over)).slice(0, 2)).toEqual(["it", "sum of context shares"]);
  });
});
