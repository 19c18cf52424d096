import { connectorsForWallets } from "@rainbow-me/rainbowkit";
import { defineChain } from "viem";
import { type Config, createConfig, createStorage, http } from "wagmi";
import type { Network } from "../../../lib/tx/network.ts";
import { browserWallet } from "./browserWallet.ts";
import { localTestWallet } from "./localTestWallet.ts";

let config: Config | null = null;

/**
 * The wagmi configuration, made in the client: addresses and RPC are not known at build time. One for the page, whatever React does: of a
 * configuration made in a render that React then discards, wagmi would connect the wallet, and the one on the screen would never hear of it.
 */
export function walletConfig(network: Network): Config {
  config ??= createWalletConfig(network);
  return config;
}

function createWalletConfig({ deployment, rpcUrl, local }: Network): Config {
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
