import { keccak256 } from "viem";
import { beforeEach, describe, expect, it } from "vitest";
import { assetKind } from "../chain/assetKind.ts";
import { addressPayee } from "../ledger/index.ts";
import {
  author,
  type Books,
  type EpochRecords,
  ledger,
  makeBooks,
  other,
  owner,
  payer,
  payoutOfOther,
  terms,
} from "./books.fixture.ts";
import { UnavailableError } from "./difference.ts";

const SEED = 7;
let books: Books;

beforeEach(async () => {
  books = await makeBooks(SEED, 4);
});

describe("honest books", () => {
  it.each([...Array(12).keys()])("are equal, whatever is in them (seed %i)", async (seed) => {
    const { postings, verify, records, shown } = await makeBooks(seed, 5);
    for (const { id } of postings) {
      const { receipts, leaves } = records.get(id)!;
      const open = receipts.filter((receipt) => shown.get(receipt.id)!.answer !== null);
      expect(await verify(id)).toEqual({
        ...{ epoch: id, verdict: "equal", receipts: receipts.length, attributed: open.length },
        ...{ payees: leaves.length - 2, total: postings[id - 1]!.total, notes: [] },
      });
    }
  });

  it("are equal where no gateway shows its receipts any more", async () => {
    books.shown.clear();
    expect(await books.verify(3)).toMatchObject({ verdict: "equal", attributed: 0 });
  });

  it("are equal where a gateway counts fewer words of a prompt than it shows", async () => {
    const verdicts = new Set<string>();
    for (const seed of [1, 2, 3]) {
      const { records, shown, verify } = await makeBooks(seed, 1);
      for (const { id } of records.get(1)!.receipts) {
        const held = shown.get(id)!;
        if (held.question === null) continue;
        shown.set(id, { ...held, promptTokens: 0 });
        const verdict = await verify(1);
        verdicts.add(verdict.verdict === "different" ? verdict.difference.field : verdict.verdict);
        shown.set(id, held);
      }
    }
    // Without the words of earlier messages the fee differs; some questions had none.
    expect(verdicts).toEqual(new Set(["equal", "fee"]));
  });

  it("say so when an epoch was never posted", async () => {
    await expect(books.verify(9)).rejects.toThrow("epoch 9 has no root on chain; the newest is 4");
  });
});

/** The difference that a dishonest epoch is told by: [file, row, field]. */
async function told(epoch: number) {
  const verdict = await books.verify(epoch);
  if (verdict.verdict !== "different") throw new Error(JSON.stringify(verdict, (_, v) => String(v)));
  const { file, row, field, expected, found } = verdict.difference;
  expect(expected).not.toBe(found);
  return [file, row, field];
}

describe("a dishonest epoch is named by its first difference", () => {
  const tampered = async (change: (epoch: EpochRecords) => void) => {
    books.tamper(4, change);
    return told(4);
  };
  const first = () => books.records.get(4)!.receipts.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]!;
  const line = () => `receipt ${first().id}`;
  const inReceipt = (change: (receipt: EpochRecords["receipts"][number]) => void) =>
    tampered(({ receipts }) => change(receipts.find(({ id }) => id === first().id)!));
  const shareRow = () => books.records.get(4)!.shares.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))[0]!;
  const inShare = (change: (share: EpochRecords["shares"][number]) => void) => {
    const { receipt, contribution } = shareRow();
    return tampered(({ shares }) =>
      change(shares.find((row) => row.receipt === receipt && row.contribution === contribution)!),
    );
  };
  const share = () => `receipt ${shareRow().receipt}, contribution ${shareRow().contribution}`;

  it("when wei moves from one payee to another", async () => {
    const move = ({ leaves }: EpochRecords) => {
      leaves.find(({ payee }) => payee === addressPayee(terms.treasury))!.amount -= 1n;
      leaves.find(({ payee }) => payee === addressPayee(author))!.amount += 1n;
    };
    expect(await tampered(move)).toEqual(["leaves", `payee ${addressPayee(author)}`, "amount"]);
  });

  it("when a redirect of payouts is not followed", async () => {
    const [from, to] = [addressPayee(other), addressPayee(payoutOfOther)];
    expect(books.records.get(4)!.leaves.map(({ payee }) => payee)).toContain(to);
    const ignore = ({ leaves }: EpochRecords) => {
      leaves.find(({ payee }) => payee === to)!.payee = from;
    };
    expect(await tampered(ignore)).toEqual(["leaves", `payee ${from}`, "amount"]);
  });

  it("when its snapshot is older than its seal", async () => {
    books.post(4, books.records.get(4)!, false, 38);
    expect(await told(4)).toEqual(["manifest", null, "snapshotBlock"]);
    books.post(4, books.records.get(4)!, false, 41);
    expect(await told(4)).toEqual(["manifest", null, "snapshotBlock"]);
  });

  it("when a payee is added, left out, or in another place", async () => {
    const { leaves } = books.records.get(4)!;
    const payee = (place: number) => ["leaves", `payee ${leaves.at(place)!.payee}`, "amount"];
    expect(await tampered(({ leaves }) => leaves.splice(2, 1))).toEqual(payee(2));
    expect(await tampered(({ leaves }) => leaves.splice(0, 1))).toEqual(payee(0));
    expect(await tampered(({ leaves }) => leaves.pop())).toEqual(payee(-1));
    expect(await tampered(({ leaves }) => leaves.splice(1))).toEqual(payee(1));
    const more = { payee: addressPayee(payer), amount: 0n };
    expect(await tampered(({ leaves }) => leaves.splice(1, 0, more))).toEqual([
      "leaves",
      `payee ${more.payee}`,
      "amount",
    ]);
    expect(await tampered(({ leaves }) => leaves.splice(1, 2, leaves[2]!, leaves[1]!))).toEqual([
      "leaves",
      "line 2",
      "payee",
    ]);
    expect(await tampered(({ leaves }) => leaves.splice(1, 0, leaves[1]!))).toEqual(["leaves", "line 3", "payee"]);
  });

  it("when a receipt is not what the gateway signed, or not its", async () => {
    const changes: ((receipt: EpochRecords["receipts"][number]) => void)[] = [
      (receipt) => (receipt.fee -= 1n),
      (receipt) => (receipt.payer = author),
      (receipt) => (receipt.attributionHash = receipt.id),
      (receipt) => (receipt.provider += 1n),
      (receipt) => (receipt.servedAt += 1n),
      (receipt) => (receipt.signature = "0x12"),
    ];
    for (const change of changes) expect(await inReceipt(change)).toEqual(["receipts", line(), "signer"]);
    expect(await inReceipt((receipt) => (receipt.gateway = author))).toEqual(["receipts", line(), "gateway"]);
  });

  it("when split or payees are not the chain’s", async () => {
    expect(await inReceipt(({ split }) => (split.owner -= 1))).toEqual(["receipts", line(), "split"]);
    const byOld = (receipt: { payees: { owner: unknown } }) => (receipt.payees.owner = addressPayee(owner));
    expect(await inReceipt(byOld)).toEqual(["receipts", line(), "owner’s payee"]);
    expect(await inReceipt(({ payees }) => (payees.owner = null))).toEqual(["receipts", line(), "owner’s payee"]);
    expect(await inReceipt(({ payees }) => (payees.provider = addressPayee(author)))).toEqual([
      "receipts",
      line(),
      "provider’s payee",
    ]);
  });

  it("when a receipt's provider is none, or it was served after the post", async () => {
    const provider = books.assets.get(first().provider)!;
    books.assets.set(first().provider, { ...provider, kind: assetKind.datanet });
    expect(await told(4)).toEqual(["receipts", line(), "kind of the provider’s asset"]);
    books.assets.set(first().provider, provider);
    const posted = await books.source.facts.timeOf(books.postings[3]!.block);
    books.source.facts.timeOf = async () => Number(first().servedAt) - 1;
    expect(posted).toBeGreaterThan(Number(first().servedAt));
    expect(await told(4)).toEqual(["receipts", line(), "servedAt"]);
  });

  it("when a receipt is left out whose fee was drawn, and its money is the treasury’s", async () => {
    const [gone] = books.records.get(4)!.receipts;
    const leaveOut = (epoch: EpochRecords) => {
      epoch.receipts = epoch.receipts.filter(({ id }) => id !== gone!.id);
      epoch.shares = epoch.shares.filter(({ receipt }) => receipt !== gone!.id);
      epoch.leaves = books.leavesOf(epoch, 4, books.sealed.get(4)!);
    };
    const whole = ["receipts", `receipt ${gone!.id}`, "place"];
    expect(await tampered(leaveOut)).toEqual(whole);
    // Nobody lists it: then it can only be said that something is missing.
    books.source.booked = async () => Promise.reject(new UnavailableError("away"));
    expect(await books.verify(4)).toMatchObject({ verdict: "equal", notes: [expect.stringContaining("away")] });
    // Listed, but not drawn for: it is the next epoch's.
    books.source.booked = async () => books.records.get(4)!.receipts;
    const drawn = await books.source.facts.drawn(terms.gateway, 0, 4);
    books.source.facts.drawn = async () => new Map([[payer, drawn.get(payer)! - 1n]]);
    expect(await books.verify(4)).toMatchObject({ verdict: "equal", notes: [] });
  });

  it("when a receipt comes twice, or was distributed before", async () => {
    expect(await tampered(({ receipts }) => receipts.push(first()))).toEqual(["receipts", line(), "place"]);
    const before = books.postings.findLast(({ id, isRejected }) => id < 4 && !isRejected)!;
    const [old] = books.records.get(before.id)!.receipts;
    expect(await tampered(({ receipts }) => receipts.unshift(old!))).toEqual([
      "receipts",
      `receipt ${old!.id}`,
      "epoch",
    ]);
  });

  it("when a share is another’s, another, or paid otherwise", async () => {
    expect(await inShare((row) => (row.payee = payer))).toEqual(["shares", share(), "payee"]);
    expect(await inShare((row) => (row.amount += 1n))).toEqual(["shares", share(), "amount"]);
    expect(await inShare((row) => (row.contribution = ledger[0]!.id))).toEqual([
      "shares",
      `receipt ${shareRow().receipt}, contribution ${ledger[0]!.id}`,
      "kind",
    ]);
    expect(await inShare((row) => (row.contribution = 99n))).toEqual([
      "shares",
      `receipt ${shareRow().receipt}, contribution 99`,
      "kind",
    ]);
    expect(await inShare((row) => (row.share = 1_000_000_001))).toEqual([
      "shares",
      `receipt ${shareRow().receipt}`,
      "sum of shares",
    ]);
    const strange = { ...shareRow(), receipt: keccak256("0x12") };
    expect(await tampered(({ shares }) => shares.push(strange))).toEqual([
      "shares",
      `receipt ${strange.receipt}`,
      "receipt",
    ]);
  });

  it("when a public answer is attributed otherwise", async () => {
    const isShown = (receipt: string) => books.shown.get(receipt as never)!.answer !== null;
    const row = books.records.get(4)!.shares.find(({ receipt }) => isShown(receipt))!;
    // All of it honest but for one unit less of a share.
    const less = ({ shares }: EpochRecords) => {
      const share = shares.find(
        ({ receipt, contribution }) => receipt === row.receipt && contribution === row.contribution,
      )!;
      share.share -= 1_000;
      share.amount = (books.records.get(4)!.receipts.find(({ id }) => id === row.receipt)!.fee * 5_000n) / 10_000n;
      share.amount = (share.amount * BigInt(share.share)) / 1_000_000_000n;
    };
    expect(await tampered(less)).toEqual([
      "shares",
      `receipt ${row.receipt}, contribution ${row.contribution}`,
      "share",
    ]);
  });
});

describe("a public file", () => {
  const cidOf = async (name: "receipts" | "shares" | "leaves") => {
    const manifest = JSON.parse(new TextDecoder().decode(books.files.get(books.postings[3]!.cid)));
    return manifest.files[name].cid as string;
  };

  const edit = async (name: "receipts" | "shares" | "leaves", from: RegExp, to: string) => {
    const cid = await cidOf(name);
    const text = new TextDecoder().decode(books.files.get(cid));
    books.files.set(cid, new TextEncoder().encode(text.replace(from, to)));
  };

  it("is named by the row that somebody changed", async () => {
    await edit("leaves", /"amount":"1/, '"amount":"2');
    expect(await told(4)).toEqual(["leaves", expect.stringMatching(/^payee 0x/), "amount"]);
    await edit("shares", /"amount":"/, '"amount":"1');
    expect(await told(4)).toEqual(["shares", expect.stringMatching(/^receipt 0x.*, contribution \d$/), "amount"]);
    await edit("receipts", /"fee":"/, '"fee":"1');
    expect(await told(4)).toEqual(["receipts", expect.stringMatching(/^receipt 0x/), "signer"]);
    await edit("receipts", /"fee":"/, '"fee":"-');
    expect(await told(4)).toEqual(["receipts", "line 1", "format"]);
  });

  it.each(["receipts", "shares", "leaves"] as const)("is named when it is not the manifest’s (%s)", async (name) => {
    await edit(name, /":/, '" :');
    expect(await told(4)).toEqual([name, null, "length in bytes"]);
    await edit(name, /" :"0x/, '":"0X');
    expect((await told(4))[0]).toBe(name);
    books.files.delete(await cidOf(name));
    expect(await books.verify(4)).toMatchObject({ verdict: "unavailable", ofEpoch: true });
  });

  it("is named when the manifest is not the one that was posted, or is gone", async () => {
    const { cid } = books.postings[3]!;
    books.files.set(cid, books.files.get(books.postings[2]!.cid)!);
    expect(await told(4)).toEqual(["manifest", null, "keccak256"]);
    books.files.delete(cid);
    expect(await books.verify(4)).toMatchObject({ verdict: "unavailable", ofEpoch: true });
  });

  it("is no fault of an epoch when it is of another, or the gateway’s", async () => {
    const before = books.postings.findLast(({ id, isRejected }) => id < 4 && !isRejected)!;
    books.files.delete(before.cid);
    expect(await books.verify(4)).toMatchObject({ verdict: "unavailable", ofEpoch: false });
    books = await makeBooks(SEED, 4);
    for (const shown of books.shown.values()) if (shown.answer) shown.answer += "!";
    expect(await books.verify(4)).toMatchObject({ verdict: "unavailable", ofEpoch: false });
    // And hides no difference.
    await edit("leaves", /"amount":"1/, '"amount":"2');
    expect(await told(4)).toEqual(["leaves", expect.stringMatching(/^payee 0x/), "amount"]);
  });
});

describe("what is hostile", () => {
  it("promises more than was sealed since the epoch before, by a wei", async () => {
    const { receipts } = books.records.get(4)!;
    const before = books.postings.findLast(({ id, isRejected }) => id < 4 && !isRejected)!;
    expect(before.total).toBeGreaterThan(1n);
    const fees = receipts.reduce((sum, { fee }) => sum + fee, 0n);
    const post = (total: bigint) => {
      books.sealed.set(4, total);
      books.post(4, books.records.get(4)!, false);
    };
    post(before.total + fees - 1n);
    expect(await told(4)).toEqual(["receipts", null, "sum of fees"]);
    post(before.total - 1n); // less than leaves before it have
    expect(await told(4)).toEqual(["receipts", null, "sum of fees"]);
  });

  it.each([new RangeError("Invalid array length"), new TypeError("x is undefined"), new SyntaxError("bad")])(
    "ends in a verdict when it breaks the reading: %s",
    async (error) => {
      books.source.receipt = async () => Promise.reject(error);
      expect(await books.verify(4)).toMatchObject({ verdict: "unavailable", ofEpoch: true });
    },
  );

  it("is not blamed for a node that is away", async () => {
    books.source.facts.sealed = async () => Promise.reject(new Error("no answer"));
    await expect(books.verify(4)).rejects.toThrow("no answer");
    books.source.facts.sealed = async () => Promise.reject(new TypeError("fetch failed", { cause: new Error("away") }));
    await expect(books.verify(4)).rejects.toThrow("fetch failed");
  });
});

it("names what a posting itself has wrong", async () => {
  const [posting] = books.postings.splice(3, 1);
  const wrong = async (change: object) => {
    books.postings[3] = { ...posting!, ...change };
    return told(4);
  };
  expect(await wrong({ root: keccak256("0x12") })).toEqual(["chain", null, "root"]);
  expect(await wrong({ total: posting!.total + 1n })).toEqual(["chain", null, "total"]);
  expect(await wrong({ dataHash: keccak256("0x12") })).toEqual(["manifest", null, "keccak256"]);
});
