export { answerHash } from "./answerHash.ts";
export { type AttributeOptions, attribute } from "./attribute.ts";
export { type AttributionIndex, buildIndex, wordsOf } from "./buildIndex.ts";
export { contentHash } from "./contentHash.ts";
export { contributionRoot } from "./contributionRoot.ts";
export { ADMISSION_LIMIT_BPS, createShingleSet, type ShingleSet } from "./createShingleSet.ts";
export { answerFrom, type ExtractedAnswer } from "./extractive/answerFrom.ts";
export { buildPassages, type Passages, type SourceDocument } from "./extractive/buildPassages.ts";
export { itemRoot } from "./itemRoot.ts";
export { entryLeaf, type LedgerEntry, ledgerRoot } from "./ledgerRoot.ts";
export { levelAbove } from "./merkleRoot.ts";
export { defaultParams, METHOD, TOKENISER } from "./params.ts";
export { type BitsTable, parseBits } from "./parseBits.ts";
export { checkRefutation } from "./refutations/checkRefutation.ts";
export { encodeRefutation } from "./refutations/encodeRefutation.ts";
export type { HeldContribution } from "./refutations/openText.ts";
export { refute } from "./refutations/refute.ts";
export type { Claim, Refutation } from "./refutations/types.ts";
export { type ResultToHash, resultHash } from "./resultHash.ts";
export { spansOf } from "./spansOf.ts";
export { buildTier } from "./tiers/buildTier.ts";
export { GrowingIndex, type IndexHost } from "./tiers/GrowingIndex.ts";
export { mergeSources } from "./tiers/mergeSources.ts";
export { TIER_VERSION, viewTier } from "./tiers/tierLayout.ts";
export type { Tier, TierSource } from "./tiers/types.ts";
export { tokenise } from "./tokenise.ts";
export type {
  Attribution,
  Contribution,
  ContributionKind,
  EvidenceRow,
  Params,
  Share,
  Span,
  Token,
} from "./types.ts";
