export { climbProof } from "./climbProof.ts";
export { type Commitment, commitmentOf, saltedHash } from "./commitment.ts";
export { type Channel, type ContributorPayouts, contributorPayouts, type ShareRow } from "./contributorPayouts.ts";
export {
  encodeManifest,
  epochFiles,
  type Manifest,
  type ReceiptRecord,
  type ShareRecord,
  type StoredFile,
  toLines,
} from "./epochFiles.ts";
export { feeOf } from "./feeOf.ts";
export { cumulativeLeaves, FIRST_PAYEE, LAST_PAYEE, withSentinels } from "./leaves.ts";
export { addressPayee, payeeAddress, targetAsset, targetPayee } from "./payee.ts";
export { type Payout, type PayoutRole, type RolePayees, receiptPayouts } from "./receiptPayouts.ts";
export { type Redirects, redirected, redirectsOf } from "./redirects.ts";
export { type FeeParts, type Split, splitFee } from "./splitFee.ts";
export { buildSumTree, type Leaf, type SumTree, sumTreeOf } from "./sumTree.ts";
export {
  type Access,
  accessTypedData,
  type Receipt,
  type Review,
  receiptTypedData,
  reviewTypedData,
  type Served,
  servedTypedData,
  type Verdict,
  type Voucher,
  verdictTypedData,
  voucherTypedData,
} from "./typedData.ts";
