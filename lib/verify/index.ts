export { attributeAgain, attributeBothAgain, contextOf, type Redone } from "./attributeAgain.ts";
export { chainFacts } from "./chainFacts.ts";
export { leavesOf } from "./checkLeaves.ts";
export { checkPassages } from "./checkPassages.ts";
export { nameOf } from "./checkShares.ts";
export { createVerifier, type Verifier } from "./createVerifier.ts";
export { DifferenceError, sentenceOf, UnavailableError } from "./difference.ts";
export { parseLeaves, parseManifest, receiptLine, receiptLines, shareLines } from "./epochLines.ts";
export { type Fraud, findFraud } from "./findFraud.ts";
export { CLOCK_SLACK, ownersSince, splitsSince, splitText } from "./holding.ts";
export { createHttpSource } from "./httpSource.ts";
export { classifierIfPublished, influenceAgain, type Train, trainHere } from "./influenceAgain.ts";
export { isBound, parseLedger } from "./ledgerLines.ts";
export type { Passage } from "./passage.ts";
export { standingBefore } from "./session.ts";
export { signerOfReceipt, signerOfServed } from "./signatures.ts";
export type {
  AcceptedContribution,
  AssetHistory,
  Difference,
  Facts,
  LedgerLine,
  Posting,
  ShownReceipt,
  Source,
  Terms,
  Verdict,
} from "./types.ts";
export { VersionLedgers } from "./VersionLedgers.ts";
