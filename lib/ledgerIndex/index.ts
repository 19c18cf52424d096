export { BuilderPool } from "./BuilderPool.ts";
export { claimDirectory } from "./claimDirectory.ts";
export { Lineages } from "./Lineages.ts";
export { type LedgerIndexOptions, openLedgerIndex } from "./openLedgerIndex.ts";
export type { IndexedEntry } from "./tierManifest.ts";
