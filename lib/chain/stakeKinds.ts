import { assetKind } from "./assetKind.ts";

/** Kinds of assets in the order they are offered to stakers: the contract takes stake on any. */
export const stakeKinds = ["datanet", "model", "provider", "validator", "attributor", "gateway", "agent"] as const;
export type StakeKind = (typeof stakeKinds)[number];

/** A kind's name by the number the index holds. */
export const stakeKindOf = (kind: number): StakeKind => stakeKinds.find((name) => assetKind[name] === kind)!;
