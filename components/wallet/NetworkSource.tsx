"use client";

import { useEffect } from "react";
import type { Network } from "../../lib/tx/network.ts";
import { useWalletStore } from "./WalletProvider.tsx";

/** Hands the server's network to the wallet. */
export function NetworkSource({ network }: { network: Network }) {
  const store = useWalletStore();
  useEffect(() => store.setNetwork(network), [store, network]);
  return null;
}
