import type { Network } from "../tx/network.ts";
import type { ChainPort } from "../tx/port.ts";

const account = (digit: string) => `0x${digit.repeat(40)}` as const;

/** A network and a port that answers nothing, for tests of flows. */
export function testTools(port: Partial<ChainPort> = {}) {
  const network: Network = {
    deployment: {
      chainId: 31337,
      chainName: "Local chain",
      genesisHash: `0x${"0".repeat(64)}`,
      startBlock: 3,
      contracts: {
        open: account("1"),
        registry: account("2"),
        curation: account("3"),
        escrow: account("4"),
        staking: account("5"),
        settlement: account("6"),
        arbiter: account("9"),
        votePower: account("b"),
        timelock: account("c"),
        governor: account("d"),
      },
      gateway: account("7"),
      treasury: account("8"),
    },
    rpcUrl: "http://127.0.0.1:1",
    local: true,
  };
  const silent = () => Promise.reject(new Error("not part of this test"));
  return {
    network,
    port: {
      account: account("a"),
      chainId: 31337,
      read: silent,
      send: silent,
      outcome: silent,
      sign: silent,
      isWaiting: silent,
      pendingTime: silent,
      events: silent,
      gasBalance: silent,
      ...port,
    },
  };
}
