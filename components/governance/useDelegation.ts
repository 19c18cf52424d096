"use client";

import { useQuery } from "@tanstack/react-query";
import type { Network } from "../../lib/tx/network.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { readVotingStakes } from "./reads.ts";

const EVERY_MS = 8_000;

/** Who votes with the account's OPEN, from the chain, and its stakes, from the index. */
export function useDelegation(network: Network, account: `0x${string}`) {
  const { runtime, wrongChain } = useWallet();
  const port = runtime?.port;
  return useQuery({
    queryKey: queryKeys.delegation(network, account),
    enabled: Boolean(port && !wrongChain),
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const { readDelegation } = await import("../../lib/flows/readDelegation.ts"); // not part of the first load
      const [delegation, stakes] = await Promise.all([
        readDelegation({ network, port: port! }),
        readVotingStakes(account),
      ]);
      return { ...delegation, stakes };
    },
  });
}
