"use client";

import "@rainbow-me/rainbowkit/styles.css";
import { RainbowKitProvider } from "@rainbow-me/rainbowkit";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { formatUnits } from "viem";
import { WagmiProvider } from "wagmi";
import type { Network } from "../../../lib/tx/network.ts";
import type { WalletStore } from "../walletStore.ts";
import { Avatar } from "./Avatar.tsx";
import { walletConfig } from "./config.ts";
import { localDisclaimer } from "./disclaimer.tsx";
import { walletTheme } from "./theme.ts";
import { WalletBridge } from "./WalletBridge.tsx";

type Balance = { value: bigint; decimals: number; formatted?: string };

/** RainbowKit 2 shows `balance.formatted`, which wagmi 3 no longer gives: put it back for its queries. */
function createQueryClient() {
  const client = new QueryClient();
  client.setQueryDefaults(["balance"], {
    select: (data: unknown) => {
      const balance = data as Balance | undefined;
      if (!balance || balance.formatted !== undefined) return balance;
      return { ...balance, formatted: formatUnits(balance.value, balance.decimals) };
    },
  });
  return client;
}

/** Everything that needs wallet libraries. Loaded on first use; see WalletProvider. */
export default function WalletRuntimeRoot({ network, store }: { network: Network; store: WalletStore }) {
  const [queries] = useState(createQueryClient);
  return (
    <WagmiProvider config={walletConfig(network)}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider
          theme={walletTheme()}
          avatar={Avatar}
          modalSize="compact"
          appInfo={{ appName: "OpenLedger", disclaimer: network.local ? localDisclaimer : undefined }}
        >
          <WalletBridge network={network} store={store} />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  );
}
