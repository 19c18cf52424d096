import type { Wallet } from "@rainbow-me/rainbowkit";
import { getAddress } from "viem";
import { createConnector } from "wagmi";
import { localKey } from "./localKey.ts";
import { localProvider } from "./localProvider.ts";

type Details = Parameters<Wallet["createConnector"]>[0];

const OPEN = "openledger:local-test-open"; // set while connected, so that a reload reconnects and a disconnect stays one

/** A wagmi connector over a key of this browser. */
export function localTestConnector(chainId: number, rpcUrl: string, details: Details) {
  return createConnector((config) => {
    const provider = localProvider(localKey(localStorage), chainId, rpcUrl);
    const accounts = async () =>
      ((await provider.request({ method: "eth_accounts" })) as string[]).map((account) => getAddress(account));
    return {
      id: "local-test",
      name: "Local test wallet",
      type: "local-test",
      async connect<withCapabilities extends boolean = false>() {
        localStorage.setItem(OPEN, "1");
        return { accounts: (await accounts()) as never, chainId } as {
          accounts: withCapabilities extends true
            ? readonly { address: `0x${string}`; capabilities: Record<string, unknown> }[]
            : readonly `0x${string}`[];
          chainId: number;
        };
      },
      async disconnect() {
        localStorage.removeItem(OPEN);
      },
      getAccounts: accounts,
      getChainId: async () => chainId,
      getProvider: async () => provider,
      isAuthorized: async () => localStorage.getItem(OPEN) === "1",
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        localStorage.removeItem(OPEN);
        config.emitter.emit("disconnect");
      },
      ...details,
    };
  });
}
