"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Network } from "../../lib/tx/network.ts";
import { queryKeys } from "../tx/queryKeys.ts";

/** The gateway's view of the escrow may be a second old. */
export const GATEWAY_CATCHES_UP_MS = 1_200;

/** Reads the account's balances and credit again: at once, and once more when the gateway must have seen the change too. */
export function useRefreshMoney(network: Network | null, account: string | null): () => void {
  const queries = useQueryClient();
  return () => {
    if (!network || !account) return;
    void queries.invalidateQueries({ queryKey: queryKeys.balances(network, account) });
    const credit = () => void queries.invalidateQueries({ queryKey: queryKeys.credit(network, account) });
    credit();
    setTimeout(credit, GATEWAY_CATCHES_UP_MS);
  };
}
