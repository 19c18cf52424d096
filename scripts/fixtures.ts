import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Hex, hashDomain, hashStruct, hashTypedData, keccak256, numberToHex, stringToBytes } from "viem";
import {
  accessTypedData,
  addressPayee,
  buildSumTree,
  commitmentOf,
  type Leaf,
  receiptTypedData,
  reviewTypedData,
  saltedHash,
  servedTypedData,
  splitFee,
  targetPayee,
  verdictTypedData,
  voucherTypedData,
  withSentinels,
} from "../lib/ledger/index.ts";

// Writes what TypeScript and Solidity must agree on: sum trees, fee splits, EIP-712 digests. Deterministic: run it again after a
// change of lib/ledger and the diff shows what moved. The contract tests read the file. With --check it writes nothing and exits 1 when the
// committed file is not what lib/ledger makes now.

const file = path.join(import.meta.dirname, "../contracts/test/fixtures/ledger.json");
const MAX_UINT128 = 2n ** 128n - 1n;

let counter = 0;
/** A number of 256 bits that looks random and is the same in each run. */
const random = (): bigint => BigInt(keccak256(numberToHex(counter++, { size: 32 })));

const hex = (label: string): Hex => keccak256(stringToBytes(label));
const address = (label: string) => `0x${hex(label).slice(26)}` as const;

function randomLeaves(size: number, bits: bigint): Leaf[] {
  const leaves = Array.from({ length: size }, (_, i) => ({
    payee:
      i % 5 === 4 ? targetPayee(BigInt(i)) : addressPayee(`0x${random().toString(16).padStart(64, "0").slice(24)}`),
    amount: random() >> (256n - bits),
  }));
  return leaves.sort((a, b) => (a.payee < b.payee ? -1 : 1));
}

function treeFixture(leaves: Leaf[]) {
  const tree = buildSumTree(leaves);
  return {
    payees: leaves.map((leaf) => leaf.payee),
    amounts: leaves.map((leaf) => leaf.amount.toString()),
    root: tree.root,
    total: tree.total.toString(),
    hl: tree.hl,
    sl: tree.sl.toString(),
    hr: tree.hr,
    sr: tree.sr.toString(),
    proofs: leaves.map((_, index) => tree.proofOf(index)),
  };
}

function splitFixture(fee: bigint, bps: [number, number, number, number]) {
  const [provider, owner, contributors, stakers] = bps;
  const parts = splitFee(fee, { provider, owner, contributors, stakers });
  const list = [parts.provider, parts.owner, parts.contributors, parts.stakers, parts.protocol];
  return { fee: fee.toString(), bps, parts: list.map(String) };
}

function randomSplit() {
  const bps: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0, left = 10_000; i < 4; i++) {
    bps[i] = Number(random() % BigInt(left + 1));
    left -= bps[i]!;
  }
  return splitFixture(random() >> (128n + (random() % 128n)), bps);
}

type TypedData = ReturnType<
  | typeof voucherTypedData
  | typeof accessTypedData
  | typeof receiptTypedData
  | typeof reviewTypedData
  | typeof servedTypedData
  | typeof verdictTypedData
>;

function hashFixture(data: TypedData) {
  const types: Record<string, { name: string; type: string }[]> = data.types;
  const domainTypes = [
    { name: "name", type: "string" },
    { name: "version", type: "string" },
    { name: "chainId", type: "uint256" },
    { name: "verifyingContract", type: "address" },
  ];
  const message: Record<string, unknown> = data.message;
  return {
    domain: data.domain,
    domainSeparator: hashDomain<Record<string, unknown>>({
      domain: data.domain,
      types: { EIP712Domain: domainTypes },
    }),
    message: Object.fromEntries(
      Object.entries(message).map(([name, value]) => [name, typeof value === "bigint" ? value.toString() : value]),
    ),
    structHash: hashStruct({ data: message, types, primaryType: data.primaryType }),
    digest: hashTypedData({ domain: data.domain, types, primaryType: data.primaryType, message }),
  };
}

const receipt = {
  id: hex("receipt"),
  payer: address("payer"),
  gateway: address("gateway"),
  model: 7n,
  version: 3,
  provider: 9n,
  fee: 1_234_567_890_123_456_789n,
  requestHash: saltedHash(hex("salt"), "Which licence asks me to publish my changes?"),
  responseHash: saltedHash(hex("salt"), "The “copyleft” ones — GPL, AGPL."),
  attributionHash: hex("attribution"),
  servedAt: 1_767_225_600n,
};
const commitment = {
  contributor: address("contributor"),
  datanet: 2n,
  root: hex("root"),
  items: 1,
  words: 1_234,
  uri: "ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
  salt: hex("salt"),
};
const chainId = 31337;
const settlement = address("settlement");

const fixtures = {
  trees: [
    ...[0, 1, 2, 3, 6, 7, 15, 31].map((size) => treeFixture(withSentinels(randomLeaves(size, 100n)))),
    ...[2, 3, 4, 5, 9].map((size) => treeFixture(randomLeaves(size, 124n))),
    treeFixture(withSentinels([{ payee: addressPayee(address("all")), amount: MAX_UINT128 }])),
  ],
  splits: [
    splitFixture(0n, [2000, 1500, 4500, 1000]),
    splitFixture(1n, [2500, 2500, 2500, 2500]),
    splitFixture(9_999n, [2000, 1500, 4500, 1000]),
    splitFixture(MAX_UINT128, [2000, 1500, 4500, 1000]),
    splitFixture(MAX_UINT128, [10_000, 0, 0, 0]),
    splitFixture(10n ** 18n, [0, 0, 0, 0]),
    ...Array.from({ length: 40 }, randomSplit),
  ],
  hashes: {
    voucher: hashFixture(
      voucherTypedData(
        { chainId, escrow: address("escrow") },
        { payer: receipt.payer, gateway: receipt.gateway, limit: 5n * 10n ** 18n },
      ),
    ),
    access: hashFixture(
      accessTypedData(
        { chainId, escrow: address("escrow") },
        { payer: receipt.payer, gateway: receipt.gateway, issuedAt: receipt.servedAt },
      ),
    ),
    review: hashFixture(
      reviewTypedData(
        { chainId, curation: address("curation") },
        { contribution: 42n, accept: true, score: 8_750, reasonHash: hex("New, well formed, licensed as stated.") },
      ),
    ),
    verdict: hashFixture(
      verdictTypedData(
        { chainId, arbiter: address("arbiter") },
        { settlement, caseId: 3n, guilty: true, recomputedRoot: hex("root"), slashBps: 5_000 },
      ),
    ),
    receipt: hashFixture(receiptTypedData({ chainId, settlement }, receipt)),
    served: hashFixture(
      servedTypedData({ chainId, settlement }, { receipt: receipt.id, responseHash: receipt.responseHash }),
    ),
    commitment: { message: { ...commitment, datanet: "2" }, digest: commitmentOf(commitment) },
  },
};

const made = JSON.stringify(fixtures, null, 2);
if (process.argv.includes("--check")) {
  const same = isDeepStrictEqual(JSON.parse(made), JSON.parse(readFileSync(file, "utf8")));
  console.log(
    same ? "the fixtures are what lib/ledger makes" : "lib/ledger makes other fixtures: run scripts/fixtures.ts",
  );
  process.exitCode = same ? 0 : 1;
} else {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${made}\n`);
  execFileSync(path.join(import.meta.dirname, "../node_modules/.bin/biome"), ["format", "--write", file]);
  console.log(
    `${fixtures.trees.length} trees, ${fixtures.splits.length} splits -> ${path.relative(process.cwd(), file)}`,
  );
}
