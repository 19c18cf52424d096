import type { Address, Hex } from "viem";
import type { Trace } from "../../../lib/db/worker/traces.ts";
import type { Channel } from "../../../lib/ledger/index.ts";

/** What a method says of an answer. Signing and money know nothing of the method: the shares and the treasury's part are of `scale`. */
export interface Attributed
  extends Pick<
    Trace,
    | "method"
    | "params"
    | "bitsHash"
    | "ledgerRoot"
    | "ledgerSize"
    | "rows"
    | "spans"
    | "influence"
    | "treasury"
    | "coverageBps"
  > {
  scale: number;
  /** In ledger order; of one contribution exact before context. */
  owned: { contribution: bigint; contributor: Address; share: number; channel?: Channel | undefined }[];
  /** Part of the answer that was not traced word for word, in basis points; null where only words are traced. */
  residualBps?: number | null;
  /** Binds all of it: what the gateway signs as `attributionHash`. */
  resultHash: Hex;
  /** Of the method alone, without reading the ledger; microseconds. */
  traceUs: number;
}
