import { createConfig } from "ponder";
import { arbiterAbi } from "../lib/abi/arbiter.ts";
import { curationAbi } from "../lib/abi/curation.ts";
import { escrowAbi } from "../lib/abi/escrow.ts";
import { openAbi } from "../lib/abi/open.ts";
import { openGovernorAbi } from "../lib/abi/opengovernor.ts";
import { registryAbi } from "../lib/abi/registry.ts";
import { settlementAbi } from "../lib/abi/settlement.ts";
import { stakingAbi } from "../lib/abi/staking.ts";
import { timelockAbi } from "../lib/abi/timelock.ts";
import { readDeployment } from "../lib/chain/clients.ts";
import { LOCAL_CHAIN_ID } from "../lib/chain/deployment.ts";
import { serverEnv } from "../lib/env/server.ts";

const { chainId, contracts, startBlock } = readDeployment();
const { RPC_URL } = serverEnv();
const isLocal = chainId === LOCAL_CHAIN_ID;

// Ponder allows itself 20 requests a second per URL, which is right for a public node and a brake on a local one.
const urls = isLocal ? Array.from({ length: 25 }, (_, i) => `${RPC_URL}/?${i}`) : [RPC_URL];

type Where = `0x${string}` | `0x${string}`[];
const at = <const T>(address: Where, abi: T) => ({ chain: "network" as const, abi, address, startBlock });
/** An instance for OPEN, and one for the stable token where there is one. */
const both = (open: `0x${string}`, dollar: `0x${string}` | undefined) => (dollar ? [open, dollar] : [open]);

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
    // Of all that is deployed, without VotePower, which emits nothing, and the stable token, which is not ours.
    Open: at(contracts.open, openAbi),
    Registry: at(contracts.registry, registryAbi),
    Curation: at(contracts.curation, curationAbi),
    Staking: at(contracts.staking, stakingAbi),
    Escrow: at(both(contracts.escrow, contracts.dollarEscrow), escrowAbi),
    Settlement: at(both(contracts.settlement, contracts.dollarSettlement), settlementAbi),
    Arbiter: at(contracts.arbiter, arbiterAbi),
    Governor: at(contracts.governor, openGovernorAbi),
    Timelock: at(contracts.timelock, timelockAbi),
  },
});
