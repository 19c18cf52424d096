"use client";

import { useEffect } from "react";
import { useToast } from "../ui/Toast.tsx";
import type { WalletStore } from "./walletStore.ts";

/** Stands in for the wallet code when it could not be fetched: says so and lets the page go on without. */
export function WalletUnavailable({ store }: { store: WalletStore }) {
  const toast = useToast();
  useEffect(() => {
    store.set({ status: "idle", wanted: false });
    toast("The wallet could not be loaded: check your connection and reload the page.");
  }, [store, toast]);
  return null;
}
