import { keccak256, stringToBytes } from "viem";
import { buildSumTree, type Redirects } from "../../../lib/ledger/index.ts";
import {
  nameOf,
  type Posting,
  parseLeaves,
  parseManifest,
  receiptLine,
  shareLines,
  signerOfReceipt,
} from "../../../lib/verify/index.ts";
import { checkLeaves } from "./leaves.ts";
import { inOpen, sameAmount } from "./shown.ts";
import { booksOf } from "./signatures.ts";
import { type Check, type Claim, same, sameRows } from "./types.ts";

/** What the chain says about a posted epoch. */
export type Posted = Pick<Posting, "id" | "dataHash" | "root" | "total" | "cid">;

export type EpochTexts = { manifest: string; receipts: string; shares: string; leaves: string };

/** The epoch before, which this one's cumulative amounts build on; null for the first. */
export type Before = { posted: Posted; leaves: string } | null;

const keccak = (text: string) => keccak256(stringToBytes(text));

/**
 * Whether the epoch's public files are those the chain binds, hold this receipt as shown, and pay what it and all others promise.
 * @param redirects of payouts, at the epoch's snapshot block
 */
export async function checkEpoch(
  claim: Claim,
  posted: Posted,
  texts: EpochTexts,
  before: Before,
  redirects: Redirects,
): Promise<Check[]> {
  const { files, ...manifest } = parseManifest(texts.manifest);
  const leaves = parseLeaves(texts.leaves);
  const tree = buildSumTree(leaves);
  return [
    same("Manifest’s hash, as on chain", keccak(texts.manifest), posted.dataHash),
    sameRows(
      "Manifest is of this epoch",
      new Map([
        ["chain", String(claim.chain.id)],
        ["contract", claim.chain.settlement.toLowerCase()],
        ["epoch", String(posted.id)],
      ]),
      new Map([
        ["chain", String(manifest.chainId)],
        ["contract", manifest.settlement.toLowerCase()],
        ["epoch", String(manifest.epoch)],
      ]),
      ["field", "fields"],
    ),
    same("Receipts file, as in the manifest", keccak(texts.receipts), files.receipts.keccak),
    same("Shares file, as in the manifest", keccak(texts.shares), files.shares.keccak),
    same("Leaves file, as in the manifest", keccak(texts.leaves), files.leaves.keccak),
    ...(await checkReceipt(claim, texts)),
    same("Root of the leaves, as on chain", tree.root, posted.root),
    sameAmount("Sum of the leaves, as on chain", tree.total, posted.total),
    ...checkLeaves(claim, texts, leaves, posted, before, redirects),
  ];
}

/** This receipt's own lines in the files: every field of it, its signature, its shares. */
async function checkReceipt(claim: Claim, texts: EpochTexts): Promise<Check[]> {
  const name = "This receipt in the receipts file";
  const line = receiptLine(texts.receipts, claim.id);
  const rows = shareLines(texts.shares).filter((row) => row.receipt.toLowerCase() === claim.id);
  const shares = (of: Claim["shares"]) =>
    new Map(of.map((row) => [nameOf(row), `${row.share} and ${inOpen(row.amount)} to ${row.payee.toLowerCase()}`]));
  const itsShares = sameRows("Its rows in the shares file", shares(rows), shares(claim.shares), ["row", "rows"]);
  if (!line) return [same(name, "absent", claim.id), itsShares];
  const payee = (role: "owner" | "provider") => claim.payouts.find((payout) => payout.role === role)?.payee ?? null;
  const { split } = claim;
  const fields = {
    ...{ id: claim.id, payer: claim.payer, gateway: claim.gateway, model: claim.model, version: claim.version },
    ...{ provider: claim.provider, fee: claim.fee, requestHash: claim.requestHash, responseHash: claim.responseHash },
    ...{ attributionHash: claim.resultHash, servedAt: claim.servedAt, signature: claim.signature },
    ...{ "provider’s bps": split.provider, "owner’s bps": split.owner },
    ...{ "contributors’ bps": split.contributors, "stakers’ bps": split.stakers },
    ...{ method: claim.method, passages: JSON.stringify(claim.passages) },
    ...{ "owner’s payee": payee("owner"), "provider’s payee": payee("provider") },
  };
  const told = {
    ...{ ...line.receipt, signature: line.signature },
    ...{ "provider’s bps": line.split.provider, "owner’s bps": line.split.owner },
    ...{ "contributors’ bps": line.split.contributors, "stakers’ bps": line.split.stakers },
    ...{ method: line.method, passages: JSON.stringify(line.passages) },
    ...{ "owner’s payee": line.payees.owner, "provider’s payee": line.payees.provider },
  };
  const asRows = (of: object) =>
    new Map(Object.entries(of).map(([field, value]) => [field, String(value).toLowerCase()]));
  const signer = await signerOfReceipt(booksOf(claim), line.receipt, line.signature);
  return [
    sameRows(name, asRows(told), asRows(fields), ["field", "fields"]),
    same("Its line signed by the gateway", signer, claim.gateway.toLowerCase()),
    itsShares,
  ];
}
