import type { Address, Hex } from "viem";
import type { Redirects, Split } from "../ledger/index.ts";
import type { Passage } from "./passage.ts";

/** A root as it was posted. */
export interface Posting {
  id: number;
  root: Hex;
  /** Cumulative wei. */
  total: bigint;
  dataHash: Hex;
  /** Of the manifest. */
  cid: string;
  block: bigint;
  isRejected: boolean;
}

/** What the registry's events say of one asset. */
export interface AssetHistory {
  /** Number of the contract's enum Kind; null when there is no such asset. */
  kind: number | null;
  /** Oldest first. */
  versions: { version: number; contentHash: Hex; parents: readonly bigint[]; uri: string; place: Place }[];
  /** As announced, oldest first; `at`: when it begins to hold, unix seconds of chain time. */
  splits: { split: Split; at: number }[];
  /** Oldest first; `since`: unix seconds. */
  owners: { owner: Address; since: number }[];
}

/** Where an event stands on the chain. */
export interface Place {
  block: bigint;
  logIndex: number;
}

/** A contribution that was accepted, in the order of ids. */
export interface AcceptedContribution {
  id: bigint;
  datanet: bigint;
  /** Zero address for the commons. */
  contributor: Address;
  root: Hex;
  /** Of the decision. */
  place: Place;
  /** Of the first takedown of its text; null when there is none. */
  takenDown: Place | null;
}

/** What the verifier asks the chain. */
export interface Facts {
  /** All that were ever posted, by id. */
  postings(): Promise<Posting[]>;
  /** Cumulative wei that an epoch must distribute, and the block that fixed it; null when it was never sealed. */
  sealed(epoch: number): Promise<{ total: bigint; block: bigint } | null>;
  /** Wei that a gateway drew from each payer (lower case) after one epoch's seal, up to another's; 0: from the beginning. */
  drawn(gateway: Address, after: number, upTo: number): Promise<ReadonlyMap<string, bigint>>;
  /** Payout redirects in force after a block. */
  redirects(block: bigint): Promise<Redirects>;
  asset(id: bigint): Promise<AssetHistory>;
  accepted(): Promise<AcceptedContribution[]>;
  /** Unix seconds. */
  timeOf(block: bigint): Promise<number>;
}

/** One contribution with its text, as `GET /api/v1/ledgers/{model}/{version}` gives it. */
export interface LedgerLine {
  id: bigint;
  kind: "paid" | "commons";
  contributor: Address;
  root: Hex;
  title: string;
  text: string;
}

/** What a gateway shows of a receipt beyond the public files. The three texts and the passages are null when it is private. */
export interface ShownReceipt {
  salt: Hex | null;
  question: string | null;
  answer: string | null;
  /** What stood in the prompt; null also where nothing ever does. */
  passages: readonly Passage[] | null;
  promptTokens: number;
  completionTokens: number;
  /** Null where none is kept. */
  providerSignature: Hex | null;
}

/** A receipt as the gateway's books have it. */
export interface BookedReceipt {
  id: Hex;
  payer: Address;
  /** Wei. */
  fee: bigint;
}

/** Where the verifier reads. Nothing of it is trusted but the chain: the rest is checked against that. */
export interface Source {
  facts: Facts;
  /** Bytes of a public file, by its CID. @throws UnavailableError */
  file(cid: string): Promise<Uint8Array>;
  /** Everything a model version may have learned from, in ledger order. @throws UnavailableError */
  ledger(model: bigint, version: number): Promise<LedgerLine[]>;
  /** Null when nobody shows it. @throws UnavailableError */
  receipt(id: Hex): Promise<ShownReceipt | null>;
  /** Receipts that the gateway keeps for the epochs in (after, upTo]. @throws UnavailableError */
  booked(after: number, upTo: number): Promise<readonly BookedReceipt[]>;
}

/** Whose books are verified. */
export interface Terms {
  chainId: number;
  settlement: Address;
  /** Whose receipts count. */
  gateway: Address;
  treasury: Address;
}

/** The first thing that is not as it must be. */
export interface Difference {
  epoch: number;
  file: "chain" | "manifest" | "receipts" | "shares" | "leaves";
  /** Which line of the file, by what it is about; null for the file as a whole. */
  row: string | null;
  field: string;
  expected: string;
  found: string;
}

export type Verdict =
  | {
      epoch: number;
      verdict: "equal";
      receipts: number;
      /** Of these, those whose attribution was redone from the answer's text. */
      attributed: number;
      payees: number;
      /** Sum of the leaves, cumulative wei. */
      total: bigint;
      /** What could not be looked at, in sentences. */
      notes: string[];
    }
  | {
      epoch: number;
      verdict: "different";
      difference: Difference;
      /** The root that the epoch's receipts and shares make; null where these themselves are not as they must be. */
      recomputed: Hex | null;
    }
  /** `ofEpoch`: the epoch's own files, which its attributor must keep public. */
  | { epoch: number; verdict: "unavailable"; what: string; ofEpoch: boolean };
