import type { Hex } from "viem";
import type { Leaf, Receipt, ReceiptRecord } from "../../../lib/ledger/index.ts";

/** What the chain says about a posted epoch. */
export type Posted = { id: number; dataHash: Hex; root: Hex; total: bigint; cid: string };

export type EpochTexts = { manifest: string; receipts: string; shares: string; leaves: string };

/** The epoch before, which this one's cumulative amounts build on; null for the first. */
export type Before = { posted: Posted; leaves: string } | null;

/** A file's JSON lines. */
export const linesOf = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/** Integers beyond 2^53 are written as strings. */
type Written<T> = { [K in keyof T]: T[K] extends bigint ? string | number : T[K] };

export type ShareLine = {
  receipt: string;
  contribution: string | number;
  payee: Hex;
  share: number;
  amount: string | number;
};

export type ReceiptLine = Pick<ReceiptRecord, "signature" | "split" | "payees"> & { receipt: Receipt };

/** All receipts of a receipts file, in its order. */
export const receiptLines = (text: string): ReceiptLine[] =>
  linesOf<Written<ReceiptRecord>>(text).map(({ signature, split, payees, ...receipt }) => ({
    ...{ signature, split, payees },
    receipt: {
      ...receipt,
      model: BigInt(receipt.model),
      provider: BigInt(receipt.provider),
      fee: BigInt(receipt.fee),
      servedAt: BigInt(receipt.servedAt),
    },
  }));

export const receiptLine = (text: string, id: string): ReceiptLine | null =>
  receiptLines(text).find(({ receipt }) => receipt.id.toLowerCase() === id) ?? null;

export const parseLeaves = (text: string): Leaf[] =>
  linesOf<{ payee: Hex; amount: string | number }>(text).map(({ payee, amount }) => ({
    payee,
    amount: BigInt(amount),
  }));
