import { readFileSync } from "node:fs";
import { type Address, type Hex, keccak256, stringToBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import {
  answerHash,
  attribute,
  buildIndex,
  contentHash,
  contributionRoot,
  ledgerRoot,
  METHOD,
  parseBits,
  resultHash,
  spansOf,
  tokenise,
} from "../../../lib/attribution/index.ts";
import {
  addressPayee,
  receiptPayouts,
  receiptTypedData,
  saltedHash,
  servedTypedData,
  targetPayee,
} from "../../../lib/ledger/index.ts";
import { parseLedger } from "../../../lib/verify/index.ts";
import type { Terms } from "./terms.ts";
import type { Check, Claim } from "./types.ts";

export const bitsTsv = readFileSync(new URL("../../../public/bits-v1.tsv", import.meta.url), "utf8");
const gateway = privateKeyToAccount(`0x${"11".repeat(32)}`);
export const provider = privateKeyToAccount(`0x${"22".repeat(32)}`);
export const owner: Address = `0x${"cd".repeat(20)}`;
export const treasury: Address = `0x${"ee".repeat(20)}`;
const PRICE = 7_000_000_000_000_003n;
export const author: Address = `0x${"ab".repeat(20)}`;
export const hash = (text: string) => keccak256(stringToBytes(text));
/** Names of the checks that did not come out equal. */
export const failed = (checks: Check[]) => checks.filter((check) => check.ok !== true).map((check) => check.name);

const texts = [
  "Nobody owns this preamble about public archives.",
  "Each licensee obtains a perpetual worldwide sublicensable patent covenant hereby.",
];
export const ndjson = texts
  .map((text, i) => {
    const contributor = i === 0 ? (`0x${"00".repeat(20)}` as const) : author;
    const root = contributionRoot([contentHash(text)], contributor);
    return JSON.stringify({ id: i + 5, kind: i === 0 ? "commons" : "paid", contributor, root, title: `t${i}`, text });
  })
  .join("\n");
export const lines = parseLedger(ndjson);
export const answer =
  "They say: each licensee obtains a perpetual worldwide sublicensable patent covenant hereby, always.";

/** An honest receipt, as shown and signed, with the chain's terms and the model's document. */
export async function honestWorld(): Promise<{ claim: Claim; terms: Terms; document: string }> {
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
  const chain = {
    id: 31_337,
    rpcUrl: "",
    settlement: author,
    registry: author,
    curation: author,
    escrow: author,
    treasury,
    startBlock: 0,
  };
  const at = { chainId: chain.id, settlement: chain.settlement };
  const signed = { ...body, attributionHash: resultHashed, servedAt: 1_800_000_000n };
  const served = servedTypedData(at, { receipt: body.id, responseHash: body.responseHash });
  const claim: Claim = {
    ...body,
    ...{ salt, question: "why?", answer, promptTokens, completionTokens, params: result.params, bitsHash: bits.hash },
    ...{ ledgerRoot: root, ledgerSize: 2, resultHash: resultHashed, split, epoch: 1, chain, payouts },
    ...{
      method: METHOD,
      influence: null,
      passages: null,
      residualBps: null,
      treasuryShare: result.treasury,
      coverageBps: result.coverageBps,
    },
    spans: spansOf(result).map(({ start, end, contribution }) => [start, end, Number(lines[contribution]!.id)]),
    signature: await gateway.signTypedData(receiptTypedData(at, signed)),
    providerSignature: await provider.signTypedData(served),
    shares: rows.map((row, i) => ({
      contribution: row.contribution,
      channel: "exact" as const,
      payee: author,
      share: row.share,
      amount: parts[i]!.amount,
    })),
  };
  const document = JSON.stringify({ type: "model", price: { perThousandTokens: String(PRICE) } });
  const terms: Terms = {
    ...{ contentHash: hash(document), uri: "ipfs://x", until: body.servedAt + 86_400 },
    model: { splits: [{ split, at: 1_000 }], owners: [{ owner, since: 1_000 }] },
    provider: { owners: [{ owner: provider.address, since: 1_000 }] },
  };
  return { claim, terms, document };
}
