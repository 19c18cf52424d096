import { type Address, type Hex, keccak256, stringToBytes } from "viem";
import type { Channel } from "./contributorPayouts.ts";
import type { Split } from "./splitFee.ts";
import type { Leaf } from "./sumTree.ts";
import type { Receipt } from "./typedData.ts";

/** Public record of one receipt: all that is needed to redo its payouts, nothing of its text. */
export interface ReceiptRecord extends Receipt {
  signature: Hex;
  split: Split;
  /** 32-byte payees at the time of the split; null when their part is nothing. */
  payees: { owner: Hex | null; provider: Hex | null };
  /** Only where it is not the manifest's. */
  method?: string;
  /** [contribution, offset, words] of what stood in the prompt; only of such a method, and of a public answer. */
  passages?: [number, number, number][];
}

export interface ShareRecord {
  receipt: Hex;
  contribution: bigint;
  payee: Address;
  share: number;
  amount: bigint;
  /** Not written where it is exact. */
  channel?: Channel;
}

export interface StoredFile {
  cid: string;
  bytes: number;
  keccak: Hex;
}

export interface Manifest {
  version: 1;
  chainId: number;
  settlement: Address;
  epoch: number;
  /** Block at which the epoch's state was read. */
  snapshotBlock: number;
  method: string;
  files: { receipts: StoredFile; shares: StoredFile; leaves: StoredFile };
}

/** Canonical JSON lines: keys in the order given, integers beyond 2^53 as decimal strings, a newline after each line. */
export function toLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row, bigintAsText)}\n`).join("");
}

/** The three data files of an epoch. Receipts by id, shares by receipt, contribution and channel; leaves in tree order. */
export function epochFiles(
  receipts: readonly ReceiptRecord[],
  shares: readonly ShareRecord[],
  leaves: readonly Leaf[],
) {
  const byId = [...receipts].sort((a, b) => compare(a.id, b.id));
  const place = ({ channel }: ShareRecord) => (channel === "context" ? 1 : 0);
  const byPlace = [...shares].sort(
    (a, b) => compare(a.receipt, b.receipt) || compare(a.contribution, b.contribution) || place(a) - place(b),
  );
  return { receipts: toLines(byId), shares: toLines(byPlace), leaves: toLines(leaves) };
}

/** The manifest's text and its keccak256, the `dataHash` that `post` anchors. */
export function encodeManifest(manifest: Manifest): { text: string; dataHash: Hex } {
  const text = JSON.stringify(manifest);
  return { text, dataHash: keccak256(stringToBytes(text)) };
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

function compare<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
