import { readFileSync } from "node:fs";
import { type Address, type Hex, keccak256, stringToBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { beforeAll, describe, expect, it } from "vitest";
import {
  answerHash,
  attribute,
  buildIndex,
  contentHash,
  contributionRoot,
  ledgerRoot,
  parseBits,
  resultHash,
  spansOf,
  tokenise,
} from "../../../lib/attribution/index.ts";
import {
  addressPayee,
  buildSumTree,
  cumulativeLeaves,
  encodeManifest,
  type ReceiptRecord,
  receiptPayouts,
  receiptTypedData,
  saltedHash,
  servedTypedData,
  targetPayee,
  toLines,
} from "../../../lib/ledger/index.ts";
import { checkEpoch } from "./epoch.ts";
import { checkLedger, parseLedger } from "./ledger.ts";
import { checkShares } from "./shares.ts";
import { checkSignature } from "./signatures.ts";
import { checkTerms, splitsSince, type Terms } from "./terms.ts";
import type { Check, Claim } from "./types.ts";

const bitsTsv = readFileSync(new URL("../../../public/bits-v1.tsv", import.meta.url), "utf8");
const gateway = privateKeyToAccount(`0x${"11".repeat(32)}`);
const provider = privateKeyToAccount(`0x${"22".repeat(32)}`);
const owner: Address = `0x${"cd".repeat(20)}`;
const treasury: Address = `0x${"ee".repeat(20)}`;
const PRICE = 7_000_000_000_000_003n;
const author: Address = `0x${"ab".repeat(20)}`;
const hash = (text: string) => keccak256(stringToBytes(text));
const failed = (checks: Check[]) => checks.filter((check) => check.ok !== true).map((check) => check.name);

const texts = [
  "Nobody owns this preamble about public archives.",
  "Each licensee obtains a perpetual worldwide sublicensable patent covenant hereby.",
];
const ndjson = texts
  .map((text, i) => {
    const contributor = i === 0 ? (`0x${"00".repeat(20)}` as const) : author;
    const root = contributionRoot([contentHash(text)], contributor);
    return JSON.stringify({ id: i + 5, kind: i === 0 ? "commons" : "paid", contributor, root, title: `t${i}`, text });
  })
  .join("\n");
const lines = parseLedger(ndjson);
const answer = "They say: each licensee obtains a perpetual worldwide sublicensable patent covenant hereby, always.";
let claim: Claim;
let document: string;
let terms: Terms;

beforeAll(async () => {
  const bits = parseBits(bitsTsv);
  const result = attribute(buildIndex(lines), answer, bits);
  const root = ledgerRoot(lines);
  const salt: Hex = `0x${"5a".repeat(32)}`;
  const split = { provider: 1_500, owner: 2_000, contributors: 5_000, stakers: 1_000 };
  const [promptTokens, completionTokens] = [tokenise("why?").length, tokenise(answer).length];
  const fee = (BigInt(promptTokens + completionTokens) * PRICE + 999n) / 1000n;
  const rows = result.shares.map(({ contribution, share }) => ({
    contribution: lines[contribution]!.id,
    payee: addressPayee(author),
    share,
  }));
  const payees = {
    owner: addressPayee(owner),
    provider: addressPayee(provider.address),
    stakers: targetPayee(3n),
    protocol: addressPayee(treasury),
  };
  const { parts, payouts } = receiptPayouts(fee, split, rows, payees, result.params.scale);
  const body = {
    ...{ id: hash("id"), payer: author, gateway: gateway.address, model: 3n, version: 2, provider: 4n, fee },
    ...{ requestHash: saltedHash(salt, "why?"), responseHash: saltedHash(salt, answer), servedAt: 1_800_000_000 },
  };
  const resultHashed = resultHash({ ...result, bitsHash: bits.hash, ledgerRoot: root, answerHash: answerHash(answer) });
  const chain = { id: 31_337, rpcUrl: "", settlement: author, registry: author, treasury, startBlock: 0 };
  const at = { chainId: chain.id, settlement: chain.settlement };
  const signed = { ...body, attributionHash: resultHashed, servedAt: 1_800_000_000n };
  const served = servedTypedData(at, { receipt: body.id, responseHash: body.responseHash });
  claim = {
    ...body,
    ...{ salt, question: "why?", answer, promptTokens, completionTokens, params: result.params, bitsHash: bits.hash },
    ...{ ledgerRoot: root, ledgerSize: 2, resultHash: resultHashed, split, epoch: 1, chain, payouts },
    ...{ treasuryShare: result.treasury, coverageBps: result.coverageBps },
    spans: spansOf(result).map(({ start, end, contribution }) => [start, end, Number(lines[contribution]!.id)]),
    signature: await gateway.signTypedData(receiptTypedData(at, signed)),
    providerSignature: await provider.signTypedData(served),
    shares: rows.map((row, i) => ({
      contribution: row.contribution,
      payee: author,
      share: row.share,
      amount: parts[i]!.amount,
    })),
  };
  document = JSON.stringify({ type: "model", price: { perThousandTokens: String(PRICE) } });
  terms = {
    ...{ contentHash: hash(document), uri: "ipfs://x", splits: [{ split, at: 1_000 }] },
    ...{ modelOwners: [owner], providerOwners: [provider.address] },
  };
});

describe("an honest receipt", () => {
  it("passes every comparison", async () => {
    expect(claim.shares).toHaveLength(1);
    expect(failed(await checkSignature(claim))).toEqual([]);
    expect(failed(checkLedger(lines, claim, () => {}))).toEqual([]);
    expect(failed(checkShares(lines, answer, bitsTsv, claim))).toEqual([]);
    expect(failed(await checkTerms(claim, terms, document, answer))).toEqual([]);
  });
});

describe("a dishonest one is named", () => {
  it("when a text was changed", () => {
    const tampered = lines.map((line, i) =>
      i === 1 ? { ...line, text: line.text.replace("patent", "copyright") } : line,
    );
    const checks = checkLedger(tampered, claim, () => {});
    expect(failed(checks)).toEqual(["Every contribution’s root belongs to its text"]);
    expect(checks[0]!.detail).toContain("contribution 6");
    expect(failed(checkShares(tampered, answer, bitsTsv, claim))).toEqual([
      "Result’s hash, as signed",
      "Attributed part",
      "Highlighted phrases",
    ]);
  });

  it("when a contribution was left out", () => {
    expect(failed(checkLedger(lines.slice(0, 1), claim, () => {}))).toEqual(["Ledger size", "Ledger root"]);
  });

  it("when an amount is a wei off", () => {
    const shares = claim.shares.map((share) => ({ ...share, amount: share.amount + 1n }));
    const checks = checkShares(lines, answer, bitsTsv, { ...claim, shares });
    expect(failed(checks)).toEqual(["Amounts by contribution"]);
    const { amount } = claim.shares[0]!;
    expect(checks.find((check) => !check.ok)!.detail).toBe(
      `contribution 6: recomputed ${amount} wei, but the record says ${amount + 1n} wei`,
    );
  });

  const money = (change: Partial<Claim>) => failed(checkShares(lines, answer, bitsTsv, { ...claim, ...change }));

  it("when a share, the treasury’s part, a phrase or its owner is another", () => {
    const [share] = claim.shares;
    expect(money({ shares: [{ ...share!, share: share!.share - 1 }] })).toEqual(["Shares, of 1,000,000,000"]);
    expect(money({ shares: [{ ...share!, payee: owner }] })).toEqual(["Shares, of 1,000,000,000"]);
    expect(money({ treasuryShare: claim.treasuryShare + 1 })).toEqual(["Share of nobody, to the treasury"]);
    expect(money({ coverageBps: claim.coverageBps + 1 })).toEqual(["Attributed part"]);
    const [[start, end, contribution]] = claim.spans as [[number, number, number]];
    expect(money({ spans: [[start, end, contribution - 1]] })).toEqual(["Highlighted phrases"]);
    expect(money({ spans: [] })).toEqual(["Highlighted phrases"]);
  });

  it("when a part of the fee went elsewhere, is short, or the split is not the one applied", () => {
    const paid = (role: string, change: object) =>
      claim.payouts.map((payout) => (payout.role === role ? { ...payout, ...change } : payout));
    const wei = claim.payouts.find(({ role }) => role === "owner")!.amount;
    expect(money({ payouts: paid("owner", { amount: wei - 1n }) })).toEqual([
      "Payouts by role and payee",
      "Payouts add up to the fee",
    ]);
    expect(money({ payouts: paid("contributor", { payee: addressPayee(owner) }) })).toEqual([
      "Payouts by role and payee",
    ]);
    expect(money({ payouts: paid("stakers", { payee: targetPayee(9n) }) })).toEqual(["Payouts by role and payee"]);
    const split = { ...claim.split, owner: claim.split.owner + 1 };
    expect(money({ split })).toEqual(["Payouts by role and payee"]);
  });

  const onTerms = async (change: Partial<Claim>, other: Partial<Terms> = {}, text = document) =>
    failed(await checkTerms({ ...claim, ...change }, { ...terms, ...other }, text, answer));

  it("when the fee is not the words’ price", async () => {
    expect(await onTerms({ fee: claim.fee + 1n })).toEqual(["Fee, from words and price"]);
    const words = claim.completionTokens + 1;
    expect(await onTerms({ completionTokens: words })).toEqual(["Words of the answer", "Fee, from words and price"]);
    expect(await onTerms({ promptTokens: 0 })).toEqual(["Words of the question", "Fee, from words and price"]);
    const dearer = document.replace("7", "8");
    expect(await onTerms({}, {}, dearer)).toEqual(["Model’s document, as on chain", "Fee, from words and price"]);
  });

  it("when split, owners or countersignature are not the chain’s", async () => {
    const split = { ...claim.split, owner: claim.split.owner - 1 };
    expect(await onTerms({ split })).toEqual(["Split, as announced on chain"]);
    expect(await onTerms({}, { modelOwners: [author] })).toEqual(["Paid as the model’s owner"]);
    expect(await onTerms({}, { providerOwners: [author] })).toEqual([
      "Paid as the provider’s owner",
      "Countersigned by the provider",
    ]);
    expect(await onTerms({ responseHash: hash("other") })).toEqual(["Countersigned by the provider"]);
    expect(await onTerms({ providerSignature: "0x12" })).toEqual(["Countersigned by the provider"]);
  });

  it("knows which splits held when it was served or after, and which were replaced before they began", () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((owner) => ({ ...claim.split, owner }));
    const week = 7 * 86_400;
    const splits = [
      { split: a!, at: 1_000 },
      { split: b!, at: week + 2_000 }, // announced at 2,000, replaced at 3,000
      { split: c!, at: week + 3_000 },
      { split: d!, at: 3 * week },
    ];
    expect(splitsSince(splits, 5_000)).toEqual([a, c, d]);
    expect(splitsSince(splits, week + 2_500)).toEqual([a, c, d]);
    expect(splitsSince(splits, week + 3_000)).toEqual([c, d]);
    expect(splitsSince(splits, 4 * week)).toEqual([d]);
  });

  it("when the answer or the fee is not the signed one", async () => {
    expect(failed(await checkSignature({ ...claim, answer: `${answer}!` }))).toEqual(["Answer’s hash"]);
    expect(failed(await checkSignature({ ...claim, fee: claim.fee + 1n }))).toEqual(["Signed by the gateway"]);
  });

  it("when the word table is another", () => {
    const checks = checkShares(lines, answer, bitsTsv.replace(/\t\d+\n/, "\t1\n"), claim);
    expect(failed(checks)).toContain("Word table’s hash");
  });
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
  const check = ({ posted, texts, before }: ReturnType<typeof epochOf>, of = claim) =>
    checkEpoch(of, posted, texts, before);
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

it("says which line of a cut download is broken", () => {
  expect(() => parseLedger(`${ndjson}\n{"id":7,"ki`)).toThrow(/Line 3/);
});
