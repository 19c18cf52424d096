export { type AttributeOptions, attribute } from "./attribute.ts";
export { type AttributionIndex, buildIndex } from "./buildIndex.ts";
export { defaultParams, METHOD, TOKENISER } from "./params.ts";
export { type BitsTable, parseBits } from "./parseBits.ts";
export { spansOf } from "./spansOf.ts";
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
