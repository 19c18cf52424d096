import type { Address, Hex } from "viem";
import type { ResultToHash } from "../resultHash.ts";
import type { ContributionKind } from "../types.ts";

/** A result as it was published. Its `resultHash` is what was signed. */
export interface Claim {
  result: ResultToHash;
  /** Its hash is `result.answerHash`. */
  answer: string;
  /** Number of entries under `result.ledgerRoot`. */
  ledgerSize: number;
}

/** An entry of the ledger shown to be at its place under the ledger's root. */
export interface OpenedEntry {
  /** Place in the ledger. */
  index: number;
  id: bigint;
  kind: ContributionKind;
  root: Hex;
  path: Hex[];
}

/** 64 words of a contribution shown to be at their place under its content hash. */
export interface OpenedChunk {
  number: number;
  words: string[];
  path: Hex[];
}

/** Some words of a contribution of one item. */
export interface OpenedText {
  entry: OpenedEntry;
  contributor: Address;
  /** Number of chunks under its content hash. */
  chunkCount: number;
  /** In order, side by side. */
  chunks: OpenedChunk[];
}

/** One way in which a claim is wrong, with what shows it. Offsets count words of a text, `row` places in the claim's rows. */
export type Refutation =
  /** The contribution does not have the row's words at the row's offset. */
  | { type: "absent"; row: number; opened: OpenedText }
  /** An earlier contribution has the row's shortest n-gram at `offset`. */
  | { type: "notFirst"; row: number; words: number; offset: number; opened: OpenedText }
  /** A contribution has an n-gram of the answer that counts but is in no row. Falls if an earlier void one has it too. */
  | { type: "missed"; start: number; words: number; offset: number; opened: OpenedText }
  /** A contribution that is paid is not of a kind that is, or a void one has a row. */
  | { type: "kind"; opened: OpenedEntry }
  /** Rows that cannot be, or shares that do not follow from them. Needs nothing beside the claim. */
  | { type: "arithmetic" };
