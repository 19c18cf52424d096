import type { Hex } from "viem";
import {
  type Attribution,
  type AttributionIndex,
  answerHash,
  attribute,
  type BitsTable,
  type Params,
  resultHash,
} from "../attribution/index.ts";
import { addressPayee, type ShareRow } from "../ledger/index.ts";
import type { LedgerEntry } from "./ledgerLines.ts";

export interface Redone {
  result: Attribution;
  /** What the gateway must have signed as `attributionHash`. */
  hash: Hex;
  shares: ShareRow[];
}

/**
 * Attributes an answer again. @param index over the texts of `entries`, in their order. @param root their ledger root.
 */
export function attributeAgain(
  index: AttributionIndex,
  entries: readonly LedgerEntry[],
  root: Hex,
  answer: string,
  bits: BitsTable,
  params?: Params,
): Redone {
  const result = attribute(index, answer, bits, params ? { params } : {});
  const { rows, shares, treasury } = result;
  const hash = resultHash({
    ...{ params: result.params, rows, shares, treasury },
    bitsHash: bits.hash,
    ledgerRoot: root,
    answerHash: answerHash(answer),
  });
  return {
    result,
    hash,
    shares: shares.map(({ contribution, share }) => {
      const entry = entries[contribution]!;
      return { contribution: entry.id, payee: addressPayee(entry.contributor), share };
    }),
  };
}
