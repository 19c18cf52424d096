import { type Hex, keccak256 } from "viem";
import {
  attributeLabel,
  type Classifier,
  type ClassifierSpec,
  decodeClassifier,
  influenceHash,
  type LabelAttribution,
  nobodys,
  trainOnLedger,
} from "../influence/index.ts";
import { addressPayee, type ShareRow } from "../ledger/index.ts";
import type { LedgerEntry } from "./ledgerLines.ts";
import type { LedgerLine } from "./types.ts";

/** Trains on a ledger; null where it cannot be trained on. */
export type Train = (lines: readonly LedgerLine[], spec: ClassifierSpec) => Promise<Uint8Array | null>;

/** Trains in this thread: seconds of work. */
export const trainHere: Train = async (lines, spec) => {
  try {
    return trainOnLedger(lines, spec);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The classifier that training gives, when it is the one that was published; null otherwise: then nothing is owed to anybody. */
export const classifierIfPublished = (trained: Uint8Array | null, published: Hex): Classifier | null =>
  trained && keccak256(trained) === published ? decodeClassifier(trained) : null;

/**
 * Attributes a classifier's answer again. @param classifier as `classifierIfPublished` gives it. @param weightsHash of the published weights
 */
export function influenceAgain(
  classifier: Classifier | null,
  entries: readonly LedgerEntry[],
  root: Hex,
  weightsHash: Hex,
  { question, answer }: { question: string; answer: string },
): { result: LabelAttribution; hash: Hex; shares: ShareRow[] } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isCommons = (id: bigint) => byId.get(id)?.kind === "commons";
  const result = classifier ? attributeLabel(classifier, question, answer, isCommons) : nobodys;
  return {
    result,
    hash: influenceHash({ weightsHash, ledgerRoot: root, question, answer, ...result }),
    shares: result.shares.map(({ contribution, share }) => {
      return { contribution, payee: addressPayee(byId.get(contribution)!.contributor), share };
    }),
  };
}
