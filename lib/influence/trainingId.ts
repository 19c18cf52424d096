import { type Hex, keccak256, stringToBytes } from "viem";
import type { ClassifierSpec } from "./classifier/trainOnLedger.ts";

/** Names a training by all that its weights follow from: the same ledger and spec are the same training. */
export function trainingId(ledgerRoot: Hex, { labels, dimensions, penalty }: ClassifierSpec): Hex {
  return keccak256(stringToBytes(JSON.stringify({ ledgerRoot, labels, dimensions, penalty })));
}
