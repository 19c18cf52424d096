import { assetKind } from "./assetKind.ts";

/** Kinds that people stake on, in the order they are offered. */
export const stakeKinds = ["datanet", "model", "provider", "validator", "attributor"] as const;
export type StakeKind = (typeof stakeKinds)[number];

/** A kind's name by the number the index holds. */
export const stakeKindOf = (kind: number): StakeKind => stakeKinds.find((name) => assetKind[name] === kind)!;
