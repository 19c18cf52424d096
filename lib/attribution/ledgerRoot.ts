import { concat, type Hex, keccak256, numberToHex } from "viem";
import { ENTRY_TAG, merkleRoot } from "./merkleRoot.ts";
import type { ContributionKind } from "./types.ts";

/** A contribution as the ledger lists it: its id on chain, its content hash or root, and its kind. */
export interface LedgerEntry {
  id: bigint;
  root: Hex;
  kind: ContributionKind;
}

export const KIND_NUMBER: Record<ContributionKind, number> = { paid: 0, commons: 1, void: 2 };

/**
 * What a result was computed against: `merkleRoot` over keccak256(0x02 ‖ uint256be(id) ‖ root ‖ uint8(kind)) of the eligible entries
 * in ledger order, kind being 0 paid, 1 commons, 2 void. Ids may repeat (a contribution of many items).
 */
export function ledgerRoot(entries: readonly LedgerEntry[]): Hex {
  return merkleRoot(entries.map(entryLeaf));
}

/** What `ledgerRoot` takes of one entry. */
export function entryLeaf({ id, root, kind }: LedgerEntry): Hex {
  return keccak256(
    concat([ENTRY_TAG, numberToHex(id, { size: 32 }), root, numberToHex(KIND_NUMBER[kind], { size: 1 })]),
  );
}
