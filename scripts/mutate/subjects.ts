/** What is mutated: files of the code of one contract, and the test directories that must notice. */
export type Subject = { contract: string; main?: string; files: string[]; tests: string[] };

export const SUBJECTS: Record<string, Subject> = {
  SumTree: {
    contract: "Climber",
    main: "contracts/test/base/Climber.sol",
    files: ["libraries/SumTree.sol"],
    tests: ["tree"],
  },
  Escrow: { contract: "Escrow", files: ["Escrow.sol", "Governed.sol"], tests: ["escrow"] },
  Arbiter: { contract: "Arbiter", files: ["Arbiter.sol"], tests: ["arbiter"] },
  Staking: {
    contract: "Staking",
    files: ["Staking.sol", "StakeVotes.sol", "libraries/Rewards.sol", "libraries/Shares.sol", "libraries/Target.sol"],
    tests: ["staking"],
  },
  Settlement: {
    contract: "Settlement",
    files: ["Settlement.sol", "SettlementRules.sol", "libraries/Target.sol"],
    tests: ["settlement"],
  },
  Open: { contract: "Open", files: ["Open.sol"], tests: ["open"] },
  Registry: { contract: "Registry", files: ["Registry.sol"], tests: ["registry"] },
  Curation: { contract: "Curation", files: ["Curation.sol"], tests: ["curation"] },
  OpenGovernor: { contract: "OpenGovernor", files: ["OpenGovernor.sol"], tests: ["governance"] },
  VotePower: { contract: "VotePower", files: ["VotePower.sol"], tests: ["governance"] },
  Timelock: { contract: "Timelock", files: ["Timelock.sol"], tests: ["governance"] },
};
