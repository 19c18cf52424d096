import type { Instance } from "../../lib/chain/parameters.ts";

/** What people call the contracts of a deployment. */
export const contractNames: Record<Instance, string> = {
  open: "Open",
  registry: "Registry",
  curation: "Curation",
  escrow: "Escrow",
  staking: "Staking",
  settlement: "Settlement",
  arbiter: "Arbiter",
  votePower: "VotePower",
  timelock: "Timelock",
  governor: "OpenGovernor",
  dollar: "Stable token",
  dollarEscrow: "Escrow (stable token)",
  dollarSettlement: "Settlement (stable token)",
};
