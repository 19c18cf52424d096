// Read by others through views in the schema `indexer` (snake_case columns). Ids and amounts are numeric(78); times are unix seconds.

export * from "./schema/arbiter.ts";
export * from "./schema/curation.ts";
export * from "./schema/escrow.ts";
export * from "./schema/governance.ts";
export * from "./schema/registry.ts";
export * from "./schema/settlement.ts";
export * from "./schema/staking.ts";
export * from "./schema/votes.ts";
