import { createConfig } from "ponder";
import { curationAbi } from "../lib/abi/curation.ts";
import { registryAbi } from "../lib/abi/registry.ts";
import { settlementAbi } from "../lib/abi/settlement.ts";
import { stakingAbi } from "../lib/abi/staking.ts";
import { readDeployment } from "../lib/chain/clients.ts";
import { LOCAL_CHAIN_ID } from "../lib/chain/deployment.ts";
import { serverEnv } from "../lib/env/server.ts";

const { chainId, contracts, startBlock } = readDeployment();
const { RPC_URL } = serverEnv();
const isLocal = chainId === LOCAL_CHAIN_ID;

// Ponder allows itself 20 requests a second per URL, which is right for a public node and a brake on a local one.
const urls = isLocal ? Array.from({ length: 25 }, (_, i) => `${RPC_URL}/?${i}`) : [RPC_URL];

const at = <const T>(address: `0x${string}`, abi: T) => ({ chain: "network" as const, abi, address, startBlock });

export default createConfig({
  chains: {
    network: {
      id: chainId,
      rpc: urls,
      pollingInterval: isLocal ? 200 : 1000,
      // The cache is keyed by chain id alone: after a reset it would answer for the chain before.
      disableCache: isLocal,
    },
  },
  contracts: {
    Registry: at(contracts.registry, registryAbi),
    Curation: at(contracts.curation, curationAbi),
    Staking: at(contracts.staking, stakingAbi),
    Settlement: at(contracts.settlement, settlementAbi),
  },
});
