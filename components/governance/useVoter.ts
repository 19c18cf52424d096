"use client";

import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../tx/queryKeys.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";

const EVERY_MS = 5_000;

/** What the chain says of a proposal and the connected account. */
export function useVoter(proposal: bigint) {
  const { network, account, runtime, wrongChain } = useWallet();
  const port = runtime?.port;
  return useQuery({
    queryKey: network && account ? queryKeys.voter(network, account, String(proposal)) : ["voter"],
    enabled: Boolean(network && port && !wrongChain),
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const { readVoter } = await import("../../lib/flows/readVoter.ts"); // not part of the first load
      return readVoter({ network: network!, port: port! }, proposal);
    },
  });
}
