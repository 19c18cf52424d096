export { defaultParams, METHOD, TOKENISER } from "./params.ts";
export type { BitsTable } from "./parseBits.ts";
export { parseBits } from "./parseBits.ts";
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
