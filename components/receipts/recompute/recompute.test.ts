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
} from "../../../lib/attribution/index.ts";
import {
  addressPayee,
  buildSumTree,
  contributorPayouts,
  encodeManifest,
  receiptTypedData,
  saltedHash,
  splitFee,
  toLines,
} from "../../../lib/ledger/index.ts";
import { checkEpoch } from "./epoch.ts";
import { checkLedger, parseLedger } from "./ledger.ts";
import { checkShares, checkSignature } from "./shares.ts";
import type { Check, Claim } from "./types.ts";

const bitsTsv = readFileSync(new URL("../../../public/bits-v1.tsv", import.meta.url), "utf8");
const gateway = privateKeyToAccount(`0x${"11".repeat(32)}`);
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

beforeAll(async () => {
  const bits = parseBits(bitsTsv);
  const result = attribute(buildIndex(lines), answer, bits);
  const root = ledgerRoot(lines);
  const salt: Hex = `0x${"5a".repeat(32)}`;
  const split = { provider: 1_500, owner: 2_000, contributors: 5_000, stakers: 1_000 };
  const fee = 420_000_000_000_000_001n;
  const rows = result.shares.map(({ contribution, share }) => ({
    contribution: lines[contribution]!.id,
    payee: addressPayee(author),
    share,
  }));
  const { parts } = contributorPayouts(splitFee(fee, split).contributors, rows, result.params.scale);
  const body = {
    ...{ id: hash("id"), payer: author, gateway: gateway.address, model: 3n, version: 2, provider: 4n, fee },
    ...{ requestHash: saltedHash(salt, "why?"), responseHash: saltedHash(salt, answer), servedAt: 1_800_000_000 },
  };
  const resultHashed = resultHash({ ...result, bitsHash: bits.hash, ledgerRoot: root, answerHash: answerHash(answer) });
  const chain = { id: 31_337, rpcUrl: "http://127.0.0.1:1", settlement: author, startBlock: 0 };
  const typed = receiptTypedData(
    { chainId: chain.id, settlement: chain.settlement },
    { ...body, attributionHash: resultHashed, servedAt: 1_800_000_000n },
  );
  claim = {
    ...body,
    ...{
      salt,
      question: "why?",
      answer,
      params: result.params,
      bitsHash: bits.hash,
      ledgerRoot: root,
      ledgerSize: 2,
      resultHash: resultHashed,
    },
    ...{ signature: await gateway.signTypedData(typed), split, epoch: 1, chain },
    shares: rows.map((row, i) => ({
      contribution: row.contribution,
      payee: author,
      share: row.share,
      amount: parts[i]!.amount,
    })),
  };
});

describe("an honest receipt", () => {
  it("passes every comparison", async () => {
    expect(claim.shares).toHaveLength(1);
    expect(failed(await checkSignature(claim))).toEqual([]);
    expect(failed(checkLedger(lines, claim, () => {}))).toEqual([]);
    expect(failed(checkShares(lines, answer, bitsTsv, claim))).toEqual([]);
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
    expect(failed(checkShares(tampered, answer, bitsTsv, claim))).toEqual(["Result’s hash, as signed"]);
  });

  it("when a contribution was left out", () => {
    expect(failed(checkLedger(lines.slice(0, 1), claim, () => {}))).toEqual(["Ledger size", "Ledger root"]);
  });

  it("when an amount is a wei off", () => {
    const shares = claim.shares.map((share) => ({ ...share, amount: share.amount + 1n }));
    expect(failed(checkShares(lines, answer, bitsTsv, { ...claim, shares }))).toEqual(["Shares and amounts"]);
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
  function epochOf() {
    const leaves = [
      { payee: addressPayee(author), amount: claim.shares[0]!.amount },
      { payee: `0x${"ff".repeat(32)}` as Hex, amount: 0n },
    ];
    const receipts = toLines([{ id: claim.id, attributionHash: claim.resultHash }]);
    const shares = toLines(claim.shares.map((share) => ({ receipt: claim.id, ...share })));
    const texts = { receipts, shares, leaves: toLines(leaves) };
    const { text: manifest, dataHash } = encodeManifest({
      ...{ version: 1, chainId: 31_337, settlement: author, epoch: 1, snapshotBlock: 9, method: "lona-1" },
      files: { receipts: file(receipts), shares: file(shares), leaves: file(texts.leaves) },
    });
    const { root, total } = buildSumTree(leaves);
    return { texts: { ...texts, manifest }, posted: { dataHash, root, total, cid: "c" } };
  }

  it("binds its files and this receipt", () => {
    const { texts, posted } = epochOf();
    expect(failed(checkEpoch(claim, posted, texts))).toEqual([]);
  });

  it("is caught with another share, another root, another manifest, or without the receipt", () => {
    const { texts, posted } = epochOf();
    const shares = texts.shares.replace(/"amount":"\d/, '"amount":"9');
    expect(failed(checkEpoch(claim, posted, { ...texts, shares }))).toEqual([
      "Shares file, as in the manifest",
      "Its rows in the shares file",
    ]);
    expect(failed(checkEpoch(claim, { ...posted, root: hash("x") }, texts))).toEqual([
      "Root of the leaves, as on chain",
    ]);
    expect(failed(checkEpoch(claim, { ...posted, dataHash: hash("x") }, texts))).toEqual([
      "Manifest’s hash, as on chain",
    ]);
    expect(failed(checkEpoch({ ...claim, id: hash("other") }, posted, texts))).toEqual([
      "This receipt in the receipts file",
      "Its rows in the shares file",
    ]);
  });
});

it("says which line of a cut download is broken", () => {
  expect(() => parseLedger(`${ndjson}\n{"id":7,"ki`)).toThrow(/Line 3/);
});
