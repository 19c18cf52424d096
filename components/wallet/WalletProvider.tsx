"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { rememberedWallet } from "./rememberedWallet.ts";
import { WalletUnavailable } from "./WalletUnavailable.tsx";
import { createWalletStore, initialWallet, type WalletState, type WalletStore } from "./walletStore.ts";

const WalletRuntimeRoot = dynamic(
  () => import("./runtime/WalletRuntimeRoot.tsx").catch(() => ({ default: WalletUnavailable })),
  { ssr: false },
);

const WalletContext = createContext<WalletStore | null>(null);

const initial = () => initialWallet;

/**
 * Holds the wallet's state for the page. The wallet code itself is a sibling of the page, mounted on first use, so that nothing remounts
 * when it arrives and a visitor who only reads never downloads it.
 */
export function WalletProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createWalletStore);
  const { status, network } = useSyncExternalStore(store.subscribe, store.read, initial);
  useEffect(() => {
    if (rememberedWallet(() => localStorage).read()) store.set({ status: "loading" });
  }, [store]);
  return (
    <WalletContext value={store}>
      {children}
      {status !== "idle" && network && <WalletRuntimeRoot network={network} store={store} />}
    </WalletContext>
  );
}

export function useWalletStore(): WalletStore {
  const store = useContext(WalletContext);
  if (!store) throw new Error("useWallet stands outside <WalletProvider>: put it into the root layout.");
  return store;
}

/** The wallet as this page sees it. `connect` loads the wallet code if need be and opens its modal. */
export function useWallet(): WalletState & { connect: () => void; wrongChain: boolean; isLocal: boolean } {
  const store = useWalletStore();
  const state = useSyncExternalStore(store.subscribe, store.read, initial);
  return {
    ...state,
    wrongChain: state.status === "connected" && state.chainId !== state.network?.deployment.chainId,
    isLocal: state.network?.local ?? false,
    connect: () => {
      if (state.runtime?.openConnect) state.runtime.openConnect();
      else store.set({ status: "loading", wanted: true });
    },
  };
}
