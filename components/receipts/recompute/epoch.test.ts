import { beforeAll, describe, expect, it } from "vitest";
import {
  addressPayee,
  buildSumTree,
  cumulativeLeaves,
  encodeManifest,
  type ReceiptRecord,
  type Redirects,
  redirectsOf,
  toLines,
} from "../../../lib/ledger/index.ts";
import { checkEpoch } from "./epoch.ts";
import { author, failed, hash, honestWorld, owner, provider, treasury } from "./honestWorld.fixture.ts";
import type { Claim } from "./types.ts";

let claim: Claim;

beforeAll(async () => {
  ({ claim } = await honestWorld());
});

describe("an epoch", () => {
  const file = (text: string) => ({ cid: "c", bytes: text.length, keccak: hash(text) });
  const previous = [{ payee: addressPayee(author), amount: 1_000n }];

  /** An honest epoch over a receipts file and a shares file; `tamper` changes their lines or the leaves before all is bound. */
  function epochOf(tamper: { receipt?: object; share?: object; more?: bigint } = {}) {
    const record = {
      ...{ id: claim.id, payer: claim.payer, gateway: claim.gateway, model: claim.model, version: claim.version },
      ...{ provider: claim.provider, fee: claim.fee, requestHash: claim.requestHash, responseHash: claim.responseHash },
      ...{ attributionHash: claim.resultHash, servedAt: BigInt(claim.servedAt), signature: claim.signature },
      ...{ split: claim.split, payees: { owner: addressPayee(owner), provider: addressPayee(provider.address) } },
    } satisfies ReceiptRecord;
    const before = cumulativeLeaves([], previous, 1_500n, addressPayee(treasury));
    const honest = cumulativeLeaves(before, claim.payouts, 1_500n + claim.fee, addressPayee(treasury));
    // Wei taken from the treasury for the author: the sum stays.
    const moved = new Map([
      [addressPayee(author), tamper.more ?? 0n],
      [addressPayee(treasury), -(tamper.more ?? 0n)],
    ]);
    const leaves = honest.map(({ payee, amount }) => ({ payee, amount: amount + (moved.get(payee) ?? 0n) }));
    const receipts = toLines([{ ...record, ...tamper.receipt }]);
    const shares = toLines(claim.shares.map((share) => ({ receipt: claim.id, ...share, ...tamper.share })));
    const texts = { receipts, shares, leaves: toLines(leaves) };
    const { text: manifest, dataHash } = encodeManifest({
      ...{ version: 1, chainId: 31_337, settlement: author, epoch: 2, snapshotBlock: 9, method: "lona-1" },
      files: { receipts: file(receipts), shares: file(shares), leaves: file(texts.leaves) },
    });
    const tree = (of: typeof leaves) => {
      const { root, total } = buildSumTree(of);
      return { root, total };
    };
    return {
      texts: { ...texts, manifest },
      posted: { id: 2, dataHash, cid: "c", ...tree(leaves) },
      before: { leaves: toLines(before), posted: { id: 1, dataHash, cid: "c", ...tree(before) } },
    };
  }
  const check = ({ posted, texts, before }: ReturnType<typeof epochOf>, of = claim, redirects: Redirects = new Map()) =>
    checkEpoch(of, posted, texts, before, redirects);
  const REDONE = "Amounts of all payees, from receipts and shares";

  it("binds its files, this receipt and everybody's money", async () => {
    expect(failed(await check(epochOf()))).toEqual([]);
  });

  it("is caught when a file, the root, the sum or the manifest is not the chain's", async () => {
    const honest = epochOf();
    const { texts, posted } = honest;
    const leaves = texts.leaves.replace(/"amount":"\d/, '"amount":"9');
    expect(failed(await check({ ...honest, texts: { ...texts, leaves } }))).toContain(
      "Leaves file, as in the manifest",
    );
    const other = (change: object) => check({ ...honest, posted: { ...posted, ...change } }).then(failed);
    expect(await other({ root: hash("x") })).toEqual(["Root of the leaves, as on chain"]);
    expect(await other({ dataHash: hash("x") })).toEqual(["Manifest’s hash, as on chain"]);
    expect(await other({ id: 3 })).toEqual(["Manifest is of this epoch"]);
    expect(await other({ total: posted.total + 1n })).toEqual(["Sum of the leaves, as on chain", REDONE]);
  });

  it("is caught when its shares file is another than the manifest binds, though it reads the same", async () => {
    const honest = epochOf();
    const texts = { ...honest.texts, shares: `${honest.texts.shares}\n` };
    expect(failed(await check({ ...honest, texts }))).toEqual(["Shares file, as in the manifest"]);
    const receipts = { ...honest.texts, receipts: `${honest.texts.receipts}\n` };
    expect(failed(await check({ ...honest, texts: receipts }))).toEqual(["Receipts file, as in the manifest"]);
  });

  it("is caught when the manifest is another contract's or chain's", async () => {
    const settlement = { ...claim, chain: { ...claim.chain, settlement: treasury } };
    expect(failed(await check(epochOf(), settlement))).toContain("Manifest is of this epoch");
    const chain = { ...claim, chain: { ...claim.chain, id: 1 } };
    expect(failed(await check(epochOf(), chain))).toContain("Manifest is of this epoch");
  });

  it("is caught when the receipt is not in it, or not as it is shown", async () => {
    const absent = await check(epochOf(), { ...claim, id: hash("other") });
    expect(failed(absent)).toEqual(["This receipt in the receipts file", "Its rows in the shares file"]);
    const line = (receipt: object) => check(epochOf({ receipt }));
    const fee = await line({ fee: claim.fee - 100_000n });
    expect(failed(fee)).toEqual(["This receipt in the receipts file", "Its line signed by the gateway", REDONE]);
    expect(fee.find(({ ok }) => !ok)!.detail).toBe(
      `fee: recomputed ${claim.fee - 100_000n}, but the record says ${claim.fee}`,
    );
    const split = { ...claim.split, owner: 1_999 };
    expect(failed(await line({ split }))).toEqual(["This receipt in the receipts file", REDONE]);
    const payees = { owner: addressPayee(author), provider: addressPayee(provider.address) };
    expect(failed(await line({ payees }))).toEqual(["This receipt in the receipts file", REDONE]);
    expect(failed(await line({ signature: "0x1234" }))).toEqual([
      "This receipt in the receipts file",
      "Its line signed by the gateway",
    ]);
  });

  it("is caught when a share in the file is another, or pays another", async () => {
    const share = (change: object) => check(epochOf({ share: change })).then(failed);
    expect(await share({ amount: 1n })).toEqual(["Its rows in the shares file"]);
    expect(await share({ share: 7 })).toEqual(["Its rows in the shares file", REDONE]);
    expect(await share({ payee: owner })).toEqual(["Its rows in the shares file", REDONE]);
  });

  it("is caught when the attributor pays a payee too much or too little, though files, root and sum agree", async () => {
    for (const wei of [1n, -1n]) {
      const checks = await check(epochOf({ more: wei }));
      expect(failed(checks)).toEqual([REDONE]);
      expect(checks.at(-1)!.detail).toContain(addressPayee(author));
    }
  });

  it("is caught when a redirect of payouts is not followed", async () => {
    const redirects = redirectsOf([{ owner: author, to: treasury }]);
    const checks = await check(epochOf(), claim, redirects);
    expect(failed(checks)).toEqual([REDONE]);
    expect(checks.at(-1)!.detail).toContain(addressPayee(author));
  });

  it("is caught when it does not build on the epoch before", async () => {
    const honest = epochOf();
    expect(failed(await check({ ...honest, before: null as never }))).toEqual([REDONE]);
    const leaves = honest.before.leaves.replace('"1000"', '"1001"');
    expect(failed(await check({ ...honest, before: { ...honest.before, leaves } }))).toEqual([
      "Leaves of epoch 1, as on chain",
      REDONE,
    ]);
  });
});
