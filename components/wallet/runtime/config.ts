import { connectorsForWallets } from "@rainbow-me/rainbowkit";
import { defineChain } from "viem";
import { createConfig, createStorage, http } from "wagmi";
import type { Network } from "../../../lib/tx/network.ts";
import { browserWallet } from "./browserWallet.ts";
import { localTestWallet } from "./localTestWallet.ts";

/** The wagmi configuration for one network. Made in the client, once per page: addresses and RPC are not known at build time. */
export function createWalletConfig({ deployment, rpcUrl, local }: Network) {
  const chain = defineChain({
    id: deployment.chainId,
    name: deployment.chainName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    testnet: local,
  });
  const groups = [{ groupName: "Browser", wallets: [browserWallet] }];
  if (local)
    groups.push({
      groupName: "This machine only: worthless test money",
      wallets: [() => localTestWallet(deployment.chainId, rpcUrl)],
    });
  return createConfig({
    chains: [chain],
    connectors: connectorsForWallets(groups, { appName: "OpenLedger", projectId: "none" }), // the id is for WalletConnect, which is not offered
    multiInjectedProviderDiscovery: true,
    ssr: false, // the runtime mounts in the browser only
    storage: createStorage({ storage: localStorage }),
    transports: { [chain.id]: http(rpcUrl) },
    pollingInterval: local ? 500 : 4_000,
  });
}
