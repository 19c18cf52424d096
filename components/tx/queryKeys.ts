import type { Network } from "../../lib/tx/network.ts";

const at = ({ deployment }: Network) => [deployment.chainId, deployment.genesisHash.slice(2, 10)] as const;

/** Keys of everything the console reads. Each holds the chain (a local one by its genesis) and the account. */
export const queryKeys = {
  balances: (network: Network, account: string) => ["balances", ...at(network), account] as const,
  credit: (network: Network, account: string) => ["credit", ...at(network), account] as const,
  escrow: (network: Network, account: string) => ["escrow", ...at(network), account] as const,
  rewards: (network: Network, account: string) => ["rewards", ...at(network), account] as const,
  claims: (network: Network, account: string) => ["claims", ...at(network), account] as const,
  stakes: (network: Network, account: string) => ["stakes", ...at(network), account] as const,
  stakeTargets: (network: Network) => ["stakeTargets", ...at(network)] as const,
  poolClaims: (network: Network, targets: readonly bigint[]) =>
    ["poolClaims", ...at(network), ...targets.map(String)] as const,
  spend: (network: Network, account: string) => ["spend", ...at(network), account] as const,
  voter: (network: Network, account: string, proposal: string) => ["voter", ...at(network), account, proposal] as const,
  delegation: (network: Network, account: string) => ["delegation", ...at(network), account] as const,
  proposer: (network: Network, account: string) => ["proposer", ...at(network), account] as const,
  receipt: (id: string) => ["receipt", id] as const,
  training: (id: string) => ["training", id] as const,
};
