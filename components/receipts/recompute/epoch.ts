import { type Hex, keccak256, stringToBytes } from "viem";
import { buildSumTree, type Leaf, type Manifest } from "../../../lib/ledger/index.ts";
import { type Check, type Claim, same } from "./types.ts";

/** What the chain says about a posted epoch. */
export type Posted = { dataHash: Hex; root: Hex; total: bigint; cid: string };

export type EpochTexts = { manifest: string; receipts: string; shares: string; leaves: string };

const keccak = (text: string) => keccak256(stringToBytes(text));

function linesOf<T>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

type ReceiptLine = { id: string; attributionHash: string; signature: string; fee: string | number };
type ShareLine = { receipt: string; contribution: string | number; share: number; amount: string | number };
type LeafLine = { payee: Hex; amount: string | number };

/** Whether the epoch's public files are those the chain binds, and hold this receipt as shown. */
export function checkEpoch(claim: Claim, posted: Posted, texts: EpochTexts): Check[] {
  const { files } = JSON.parse(texts.manifest) as Manifest;
  const receipt = linesOf<ReceiptLine>(texts.receipts).find((row) => row.id.toLowerCase() === claim.id);
  const rows = linesOf<ShareLine>(texts.shares).filter((row) => row.receipt.toLowerCase() === claim.id);
  const told = (
    shares: readonly { contribution: bigint | string | number; share: number; amount: bigint | string | number }[],
  ) =>
    shares
      .map((row) => `${row.contribution}:${row.share}:${row.amount}`)
      .sort()
      .join(" ");
  const leaves = linesOf<LeafLine>(texts.leaves).map(
    (leaf): Leaf => ({ payee: leaf.payee, amount: BigInt(leaf.amount) }),
  );
  const tree = buildSumTree(leaves);
  return [
    same("Manifest’s hash, as on chain", keccak(texts.manifest), posted.dataHash),
    same("Receipts file, as in the manifest", keccak(texts.receipts), files.receipts.keccak),
    same("Shares file, as in the manifest", keccak(texts.shares), files.shares.keccak),
    same("Leaves file, as in the manifest", keccak(texts.leaves), files.leaves.keccak),
    same("This receipt in the receipts file", receipt ? receipt.attributionHash : "absent", claim.resultHash),
    {
      ...same("Its rows in the shares file", told(rows) || "none", told(claim.shares) || "none"),
      ...(rows.length > 0 &&
        told(rows) === told(claim.shares) && { value: `${rows.length} ${rows.length === 1 ? "row" : "rows"}` }),
    },
    same("Root of the leaves, as on chain", tree.root, posted.root),
    same("Sum of the leaves, as on chain", `${tree.total} wei`, `${posted.total} wei`),
  ];
}
