import { readFileSync } from "node:fs";
import { type Address, type Hex, keccak256, stringToBytes, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { CONTEXT_METHOD, findPassages } from "../attribution/context/index.ts";
import {
  buildIndex,
  buildPassages,
  contentHash,
  contributionRoot,
  ledgerRoot,
  METHOD,
  parseBits,
  tokenise,
} from "../attribution/index.ts";
import { randomNumbers } from "../attribution/randomNumbers.fixture.ts";
import { assetKind } from "../chain/assetKind.ts";
import {
  addressPayee,
  cumulativeLeaves,
  encodeManifest,
  epochFiles,
  type Leaf,
  type ReceiptRecord,
  receiptPayouts,
  receiptTypedData,
  redirected,
  redirectsOf,
  type ShareRecord,
  saltedHash,
  servedTypedData,
  targetPayee,
} from "../ledger/index.ts";
import { attributeAgain, attributeBothAgain } from "./attributeAgain.ts";
import { treeOf } from "./checkLeaves.ts";
import { createVerifier } from "./createVerifier.ts";
import { UnavailableError } from "./difference.ts";
import type { AssetHistory, LedgerLine, Posting, ShownReceipt, Source, Terms } from "./types.ts";

const bits = parseBits(readFileSync(new URL("../../public/bits-v1.tsv", import.meta.url), "utf8"));
const gateway = privateKeyToAccount(`0x${"11".repeat(32)}`);
const provider = privateKeyToAccount(`0x${"22".repeat(32)}`);
const address = (byte: string): Address => `0x${byte.repeat(20)}`;
const newOwner = address("ce");
/** Where what `other` earns goes from the second epoch on. */
export const payoutOfOther = address("b0");
export const [author, other, owner, payer] = [address("ab"), address("bc"), address("cd"), address("aa")];
export const terms: Terms = {
  ...{ chainId: 31_337, settlement: address("5e"), gateway: gateway.address, treasury: address("ee") },
};
const hash = (text: string) => keccak256(stringToBytes(text));

const texts = [
  "Nobody owns this preamble about public archives.",
  "Each licensee obtains a perpetual worldwide sublicensable patent covenant hereby.",
  "Glaciers calve thunderous icebergs whenever midsummer meltwater undermines ancient moraines.",
];
const contributors = [zeroAddress, author, other];
export const ledger: LedgerLine[] = texts.map((text, i) => ({
  ...{ id: BigInt(i + 5), kind: i === 0 ? "commons" : "paid", contributor: contributors[i]!, title: "", text },
  root: contributionRoot([contentHash(text)], contributors[i]!),
}));
const PRICE = 7_000_000_000_000_003n;
const price = { perThousandTokens: String(PRICE) };
const document = JSON.stringify({ type: "model", price });
/** Of a model that answers in its own words: its prompts hold passages. */
const talkingDocument = JSON.stringify({ type: "model", method: "openai", price });
export const TALKER = 8n;
const TALK = "Which icebergs calve, and does a patent covenant cover moraines?";
const split = { provider: 1_500, owner: 2_000, contributors: 5_000, stakers: 1_000 };
const DAY = 86_400;

export type EpochRecords = { receipts: ReceiptRecord[]; shares: ShareRecord[]; leaves: Leaf[] };

/** Honest books of some epochs, some of them rejected, all in memory; `tamper` makes one dishonest. */
export async function makeBooks(seed: number, epochs: number) {
  const random = randomNumbers(seed);
  const files = new Map<string, Uint8Array>();
  const shown = new Map<Hex, ShownReceipt>();
  const postings: Posting[] = [];
  const records = new Map<number, EpochRecords>();
  const sealed = new Map<number, bigint>();
  const drawn = new Map<number, Map<string, bigint>>();
  const announced = [{ owner: other, to: payoutOfOther, block: 15n }];
  const redirectsAt = (block: bigint) => redirectsOf(announced.filter((each) => each.block <= block));
  const [MODEL, PROVIDER, DATANET] = [3n, 4n, 2n];
  const place = (block: number) => ({ block: BigInt(block), logIndex: 0 });
  const version = { version: 1, contentHash: hash(document), parents: [DATANET], uri: "ipfs://model" };
  const talking = { ...version, contentHash: hash(talkingDocument), uri: "ipfs://talker" };
  const takenDown = new Set<bigint>();
  const nobody = { versions: [], splits: [], owners: [] };
  const datanet = { ...version, parents: [], place: place(5) };
  const assets = new Map<bigint, AssetHistory>([
    [DATANET, { ...nobody, kind: assetKind.datanet, versions: [datanet] }],
    ...[[MODEL, version] as const, [TALKER, talking] as const].map(([id, published]): [bigint, AssetHistory] => [
      id,
      {
        kind: assetKind.model,
        versions: [{ ...published, place: place(6) }],
        splits: [{ split, at: 0 }],
        owners: [
          { owner, since: 0 },
          { owner: newOwner, since: 2 * DAY },
        ],
      },
    ]),
    [PROVIDER, { ...nobody, kind: assetKind.provider, owners: [{ owner: provider.address, since: 0 }] }],
  ]);
  const put = (text: string) => {
    const bytes = stringToBytes(text);
    const cid = keccak256(bytes);
    files.set(cid, bytes);
    return { cid, bytes: bytes.byteLength, keccak: cid };
  };
  files.set("model", stringToBytes(document)).set("talker", stringToBytes(talkingDocument));
  const searched = buildPassages(
    ledger.filter(({ kind }) => kind === "paid").map(({ id, title, text }) => ({ id: String(id), title, text })),
  );
  const index = buildIndex(ledger);
  const root = ledgerRoot(ledger);

  async function serve(number: number, time: number): Promise<{ receipt: ReceiptRecord; shares: ShareRecord[] }> {
    const id = hash(`receipt ${seed} ${number}`);
    const picked = texts.filter(() => random(10) < 6);
    const answer = `They say ${picked.join(" and also ")} ${random(9)}, that moraines calve, and a covenant does too`;
    const salt = hash(`salt ${id}`);
    const isPrivate = random(10) < 3;
    const talks = number % 3 === 1;
    const [model, question] = talks ? [TALKER, TALK] : [MODEL, "why?"];
    const passages = findPassages(searched, question)
      .filter(({ document }) => !takenDown.has(BigInt(document)))
      .map(({ document, offset, words }): [number, number, number] => [Number(document), offset, words]);
    const again = talks
      ? attributeBothAgain(index, ledger, root, answer, bits, { passages, texts })
      : attributeAgain(index, ledger, root, answer, bits);
    const added = talks ? passages.reduce((sum, [, , words]) => sum + words, 0) : 0;
    const promptTokens = tokenise(question).length + added + random(3);
    const completionTokens = tokenise(answer).length;
    const fee = (BigInt(promptTokens + completionTokens) * PRICE + 999n) / 1000n;
    const body = {
      ...{ id, payer, gateway: gateway.address, model, version: 1, provider: PROVIDER, fee },
      ...{ requestHash: saltedHash(salt, question), responseHash: saltedHash(salt, answer) },
      ...{ attributionHash: again.hash, servedAt: BigInt(time) },
    };
    const modelOwner = time >= 2 * DAY ? newOwner : owner;
    const payees = { owner: addressPayee(modelOwner), provider: addressPayee(provider.address) };
    const roles = { ...payees, stakers: targetPayee(model), protocol: addressPayee(terms.treasury) };
    const { parts } = receiptPayouts(fee, split, again.shares, roles, again.result.params.scale);
    const served = servedTypedData(terms, { receipt: id, responseHash: body.responseHash });
    shown.set(id, {
      ...(isPrivate ? { salt: null, question: null, answer: null } : { salt, question, answer }),
      passages: talks && !isPrivate ? passages : null,
      ...{ promptTokens, completionTokens, providerSignature: await provider.signTypedData(served) },
    });
    const signature = await gateway.signTypedData(receiptTypedData(terms, body));
    const shares = again.shares.map(({ contribution, share, channel }, i) => {
      const payee = ledger.find((line) => line.id === contribution)!.contributor;
      const row = { receipt: id, contribution, payee, share, amount: parts[i]!.amount };
      return channel ? { ...row, channel } : row;
    });
    const prompt = talks ? { method: CONTEXT_METHOD, ...(!isPrivate && { passages }) } : {};
    return { receipt: { ...body, signature, split, payees, ...prompt }, shares };
  }

  const standing = (before: number) => postings.findLast(({ id, isRejected }) => id < before && !isRejected);
  const leavesOf = ({ receipts, shares }: Omit<EpochRecords, "leaves">, id: number, total: bigint) => {
    const before = standing(id);
    const payouts = receipts.flatMap((receipt) => {
      const rows = shares
        .filter((row) => row.receipt === receipt.id)
        .map(({ payee, ...row }) => ({ ...row, payee: addressPayee(payee) }));
      const treasury = addressPayee(terms.treasury);
      const { owner, provider } = receipt.payees;
      const roles = { owner: owner!, provider: provider!, stakers: targetPayee(receipt.model), protocol: treasury };
      return receiptPayouts(receipt.fee, receipt.split, rows, roles, 1_000_000_000).payouts;
    });
    const previous = before ? records.get(before.id)!.leaves : [];
    const treasury = addressPayee(terms.treasury);
    return cumulativeLeaves(previous, redirected(payouts, redirectsAt(BigInt(10 * id)), treasury), total, treasury);
  };

  /** Binds an epoch's records by files, manifest, tree and posting, whatever they say. */
  function post(id: number, epoch: EpochRecords, isRejected: boolean, snapshotBlock = 10 * id): void {
    const lines = epochFiles(epoch.receipts, epoch.shares, epoch.leaves);
    const { text, dataHash } = encodeManifest({
      ...{ version: 1, chainId: terms.chainId, settlement: terms.settlement, epoch: id, snapshotBlock },
      ...{
        method: METHOD,
        files: { receipts: put(lines.receipts), shares: put(lines.shares), leaves: put(lines.leaves) },
      },
    });
    const root = treeOf(epoch.leaves)?.root ?? dataHash;
    const posting = { id, root, total: sealed.get(id)!, dataHash, cid: put(text).cid };
    postings[id - 1] = { ...posting, block: BigInt(10 * id), isRejected };
  }

  let waiting: Omit<EpochRecords, "leaves"> = { receipts: [], shares: [] };
  let number = 0;
  for (let id = 1; id <= epochs; id++) {
    for (let i = random(4); i >= 0; i--) {
      const { receipt, shares } = await serve(number++, id * DAY + i);
      waiting = { receipts: [...waiting.receipts, receipt], shares: [...waiting.shares, ...shares] };
    }
    const before = standing(id);
    const fees = waiting.receipts.reduce((sum, { fee }) => sum + fee, 0n);
    // Now and then somebody funds without receipts.
    const total = (before?.total ?? 0n) + fees + BigInt(random(2));
    sealed.set(id, total);
    drawn.set(id, new Map([[payer, fees]]));
    const isRejected = id < epochs && random(4) === 0;
    records.set(id, { ...waiting, leaves: leavesOf(waiting, id, total) });
    post(id, records.get(id)!, isRejected);
    if (!isRejected) waiting = { receipts: [], shares: [] };
  }

  const source: Source = {
    facts: {
      postings: async () => postings,
      sealed: async (epoch) => {
        const total = sealed.get(epoch);
        return total === undefined ? null : { total, block: BigInt(10 * epoch - 1) };
      },
      drawn: async (_gateway, _after, upTo) => drawn.get(upTo)!,
      redirects: async (block) => redirectsAt(block),
      asset: async (id) => assets.get(id) ?? { kind: null, ...nobody },
      accepted: async () =>
        ledger.map(({ id, contributor, root, kind }, i) => {
          return {
            id,
            datanet: kind === "commons" ? 1n : DATANET,
            contributor,
            root,
            place: place(i),
            takenDown: takenDown.has(id) ? place(99) : null,
          };
        }),
      timeOf: async (block) => (Number(block) / 10 + 1) * DAY,
    },
    file: async (cid) => {
      const bytes = files.get(cid);
      if (!bytes) throw new UnavailableError(`nobody has ${cid}`);
      return bytes;
    },
    ledger: async () => ledger,
    receipt: async (id) => shown.get(id) ?? null,
    booked: async (_after, upTo) => records.get(upTo)!.receipts,
  };

  return {
    ...{ source, files, shown, postings, records, sealed, assets, takenDown, post, leavesOf },
    verify: (epoch: number) => createVerifier(source, terms, bits).verify(epoch),
    /** Posts an epoch's honest records with a change, bound anew, so that nothing but the change itself is wrong. */
    tamper(id: number, change: (epoch: EpochRecords) => void): void {
      const epoch = structuredClone(records.get(id)!);
      change(epoch);
      post(id, epoch, postings[id - 1]!.isRejected);
    },
  };
}

export type Books = Awaited<ReturnType<typeof makeBooks>>;
