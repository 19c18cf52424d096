import type { Address, Hex } from "viem";
import type { Params } from "../../../lib/attribution/index.ts";
import type { InfluenceRecord } from "../../../lib/db/worker/traces.ts";
import type { Channel, Payout, Split } from "../../../lib/ledger/index.ts";

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
  promptTokens: number;
  completionTokens: number;
  requestHash: Hex;
  responseHash: Hex;
  servedAt: number;
  /** The provider's, over what it served; null where none is kept. */
  providerSignature: Hex | null;
  /** The three are null when the receipt is private. */
  salt: Hex | null;
  question: string | null;
  answer: string | null;
  params: Params & { contextBps?: number };
  /** Null for methods that read no bits table. */
  bitsHash: Hex | null;
  /** What is shown of a classifier's answer; null for other methods, and when the receipt is private. */
  influence: InfluenceRecord | null;
  ledgerRoot: Hex;
  ledgerSize: number;
  resultHash: Hex;
  signature: Hex;
  split: Split;
  method: string;
  /** [contribution, offset, words] of what stood in the prompt; null when private, or where nothing ever does. */
  passages: [number, number, number][] | null;
  /** Part of the answer that was not traced word for word; null where only words are traced. */
  residualBps: number | null;
  shares: { contribution: bigint; channel: Channel; payee: Address; share: number; amount: bigint }[];
  /** Of scale: what no contribution has. */
  treasuryShare: number;
  coverageBps: number;
  /** [start, end, contribution], as highlighted; null when the receipt is private. */
  spans: [number, number, number][] | null;
  /** Where the fee went, payees as 32 bytes. */
  payouts: Payout[];
  epoch: number | null;
  chain: {
    id: number;
    rpcUrl: string;
    settlement: Address;
    escrow: Address;
    registry: Address;
    curation: Address;
    treasury: Address;
    startBlock: number;
  };
};

/** What an answer was given to, and what it says: as kept, or as pasted where the receipt is private. */
export type Spoken = { question: string; answer: string };

/** One line of the tick list. `ok` null: it is not checked, and `detail` says why. `title` is the value to the last unit. */
export type Check = { name: string; ok: boolean | null; value?: string; title?: string; detail?: string };

/** A line for what cannot be checked here, or not yet: left out, it would read as if it had been. */
export const notChecked = (name: string, why: string): Check => ({ name, ok: null, detail: `not checked: ${why}` });

/** What a run of checks is about, as its heading. */
export type Part = "Text and signature" | "Ledger" | "Attribution and split" | "Terms on chain" | "Epoch";

/** What the worker reports while it works. */
export type Report =
  | { kind: "progress"; what: string; done: number; total: number }
  | { kind: "check"; part: Part; check: Check }
  | { kind: "end"; ms: number }
  | { kind: "failed"; reason: string };

/** Two values that must be the same: the tick shows the value, a failure shows both. */
export function same(name: string, computed: string, claimed: string): Check {
  return computed === claimed
    ? { name, ok: true, value: computed }
    : { name, ok: false, value: computed, detail: `recomputed ${computed}, but the record says ${claimed}` };
}

const NOTHING = "nothing";

/** Rows of a table by their keys: a failure names the first that differs, in the order of `computed`. */
export function sameRows(
  name: string,
  computed: ReadonlyMap<string, string>,
  claimed: ReadonlyMap<string, string>,
  [one, many]: [string, string],
): Check {
  const keys = [...computed.keys(), ...[...claimed.keys()].filter((key) => !computed.has(key))];
  const first = keys.find((key) => computed.get(key) !== claimed.get(key));
  const value = `${computed.size} ${computed.size === 1 ? one : many}`;
  if (first === undefined) return { name, ok: true, value };
  const [mine, theirs] = [computed.get(first) ?? NOTHING, claimed.get(first) ?? NOTHING];
  return { name, ok: false, value, detail: `${first}: recomputed ${mine}, but the record says ${theirs}` };
}
