"use client";

import { useAccountModal, useChainModal, useConnectModal } from "@rainbow-me/rainbowkit";
import { useEffect, useState } from "react";
import { useConfig, useConnection } from "wagmi";
import { disconnect, switchChain } from "wagmi/actions";
import type { Network } from "../../../lib/tx/network.ts";
import { wagmiPort } from "../../../lib/tx/wagmiPort.ts";
import { rememberedWallet } from "../rememberedWallet.ts";
import type { WalletStore } from "../walletStore.ts";
import { useReconnection } from "./useReconnection.ts";

/** Carries the wallet's state and actions over to the page's store. */
export function WalletBridge({ network, store }: { network: Network; store: WalletStore }) {
  const config = useConfig();
  const { status, address, chainId, connector } = useConnection();
  const { openConnectModal } = useConnectModal();
  const { openAccountModal } = useAccountModal();
  const { openChainModal } = useChainModal();
  const [remembered] = useState(() => rememberedWallet(() => localStorage));
  useReconnection(remembered);

  useEffect(() => {
    const known = status === "connected" && address ? address : null;
    const settled = status === "connected" ? "connected" : status === "disconnected" ? "disconnected" : "loading";
    store.set({
      status: settled,
      account: known,
      chainId: known ? (chainId ?? null) : null,
      connector: known ? (connector?.name ?? null) : null,
      runtime: {
        openConnect: openConnectModal ?? null,
        openAccount: openAccountModal ?? null,
        openChain: openChainModal ?? null,
        switchChain: async () => {
          await switchChain(config, { chainId: network.deployment.chainId as never });
        },
        disconnect: () => disconnect(config),
        port: known ? wagmiPort(config, network.deployment.chainId, known) : null,
      },
    });
    if (store.read().wanted && settled !== "loading") {
      store.set({ wanted: false });
      if (settled === "disconnected") openConnectModal?.();
    }
  }, [store, network, config, status, address, chainId, connector, openConnectModal, openAccountModal, openChainModal]);
  return null;
}
