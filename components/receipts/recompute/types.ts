import type { Address, Hex } from "viem";
import type { Params } from "../../../lib/attribution/index.ts";
import type { Split } from "../../../lib/ledger/index.ts";

/** What the page says about a receipt: each part of it is checked against public data. Crosses to the worker as it is. */
export type Claim = {
  id: Hex;
  payer: Address;
  gateway: Address;
  model: bigint;
  version: number;
  provider: bigint;
  /** Wei. */
  fee: bigint;
  requestHash: Hex;
  responseHash: Hex;
  servedAt: number;
  /** The three are null when the receipt is private. */
  salt: Hex | null;
  question: string | null;
  answer: string | null;
  params: Params;
  bitsHash: Hex;
  ledgerRoot: Hex;
  ledgerSize: number;
  resultHash: Hex;
  signature: Hex;
  split: Split;
  shares: { contribution: bigint; payee: Address; share: number; amount: bigint }[];
  epoch: number | null;
  chain: { id: number; rpcUrl: string; settlement: Address; startBlock: number };
};

/** One line of the tick list. `ok` null: it cannot be checked yet, and `detail` says why. */
export type Check = { name: string; ok: boolean | null; value?: string; detail?: string };

/** What the worker reports while it works. */
export type Report =
  | { kind: "progress"; what: string; done: number; total: number }
  | { kind: "check"; check: Check }
  | { kind: "end"; ms: number }
  | { kind: "failed"; reason: string };

/** Two values that must be the same: the tick shows the value, a failure shows both. */
export function same(name: string, computed: string, claimed: string): Check {
  return computed === claimed
    ? { name, ok: true, value: computed }
    : { name, ok: false, value: computed, detail: `recomputed ${computed}, but the record says ${claimed}` };
}
