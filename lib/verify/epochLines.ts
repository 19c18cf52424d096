import type { Hex } from "viem";
import { z } from "zod";
import { METHOD } from "../attribution/index.ts";
import type { Leaf, Manifest, Receipt, ReceiptRecord } from "../ledger/index.ts";
import type { Passage } from "./passage.ts";

// The files of an epoch come from whoever posted it: anything may be in them.

const hex = (bytes: number) =>
  z.custom<Hex>(
    (value) => typeof value === "string" && value.length === 2 + bytes * 2 && /^0x[0-9a-f]*$/i.test(value),
    `is not ${bytes} bytes in hex`,
  );
const signature = z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]*$/i.test(value), "is not hex");
/** Integers beyond 2^53 are written as strings. */
const whole = z
  .union([z.number().int().nonnegative(), z.string().regex(/^(0|[1-9]\d{0,77})$/, "is no whole number")])
  .transform(BigInt);
const count = z.number().int().nonnegative();
const bps = z.number().int().min(0).max(10_000);

const stored = z.object({ cid: z.string(), bytes: count, keccak: hex(32) });
const manifestSchema: z.ZodType<Manifest> = z.object({
  version: z.literal(1),
  chainId: count,
  settlement: hex(20),
  epoch: count,
  snapshotBlock: count,
  method: z.string().max(64),
  files: z.object({ receipts: stored, shares: stored, leaves: stored }),
});

const receiptSchema = z.object({
  ...{ id: hex(32), payer: hex(20), gateway: hex(20), model: whole, version: count, provider: whole, fee: whole },
  ...{ requestHash: hex(32), responseHash: hex(32), attributionHash: hex(32), servedAt: whole, signature },
  split: z.object({ provider: bps, owner: bps, contributors: bps, stakers: bps }),
  payees: z.object({ owner: hex(32).nullable(), provider: hex(32).nullable() }),
  method: z.string().max(100).optional(),
  passages: z
    .array(z.tuple([count, count, count]))
    .max(1_000)
    .optional(),
});
const shareSchema = z.object({
  ...{ receipt: hex(32), contribution: whole, payee: hex(20), share: count, amount: whole },
  channel: z.enum(["exact", "context"]).default("exact"),
});
/** Lower case: text order is then number order. */
const payee = hex(32).transform((text) => text.toLowerCase() as Hex);
const leafSchema = z.object({ payee, amount: whole });

export type ShareLine = z.infer<typeof shareSchema>;
export type ReceiptLine = Pick<ReceiptRecord, "signature" | "split" | "payees"> & {
  receipt: Receipt;
  method: string;
  /** What stood in the prompt, where it is public. */
  passages: readonly Passage[] | null;
};

/** A line, or the whole of a file, that is not what its format says. `row` counts from 1. */
export class MalformedError extends Error {
  override name = "MalformedError";
  readonly row: number | null;

  constructor(row: number | null, problem: string) {
    super(problem);
    this.row = row;
  }
}

/** @throws MalformedError */
export const parseManifest = (text: string): Manifest => parse(manifestSchema, text, null);

/** All receipts of a receipts file, in its order. @throws MalformedError */
export const receiptLines = (text: string): ReceiptLine[] =>
  linesOf(receiptSchema, text).map(({ signature, split, payees, method = METHOD, passages = null, ...receipt }) => ({
    ...{ signature, split, payees, method, passages },
    receipt,
  }));

/** @throws MalformedError */
export const shareLines = (text: string): ShareLine[] => linesOf(shareSchema, text);

/** @throws MalformedError */
export const parseLeaves = (text: string): Leaf[] => linesOf(leafSchema, text);

export const receiptLine = (text: string, id: string): ReceiptLine | null =>
  receiptLines(text).find(({ receipt }) => receipt.id.toLowerCase() === id) ?? null;

function linesOf<T>(schema: z.ZodType<T>, text: string): T[] {
  return text.split("\n").flatMap((line, i) => (line === "" ? [] : [parse(schema, line, i + 1)]));
}

function parse<T>(schema: z.ZodType<T>, text: string, row: number | null): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedError(row, "is not JSON");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MalformedError(row, `${issue!.path.join(".") || "the line"}: ${issue!.message}`);
}
