"use client";

import { useQuery } from "@tanstack/react-query";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { queryKeys } from "./queryKeys.ts";

const EVERY_MS = 10_000;

/** What the connected account holds, from the chain itself: OPEN and, for gas, the chain's own coin; both in wei. */
export function useBalances() {
  const { network, account, runtime } = useWallet();
  const port = runtime?.port;
  return useQuery({
    queryKey: network && account ? queryKeys.balances(network, account) : ["balances"],
    enabled: Boolean(network && port),
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const { openAbi } = await import("../../lib/abi/open.ts"); // not part of the first load
      const token = { address: network!.deployment.contracts.open, abi: openAbi };
      const [open, gas] = await Promise.all([
        port!.read<bigint>({ ...token, functionName: "balanceOf", args: [port!.account] }),
        port!.gasBalance(),
      ]);
      return { open, gas };
    },
  });
}
