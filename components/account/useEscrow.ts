"use client";

import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../tx/queryKeys.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";

const EVERY_MS = 8_000;

/** What the escrow says of the connected account, and the chain's time beside it (unix seconds): both are needed to tell what has thawed. */
export function useEscrow() {
  const { network, account, runtime } = useWallet();
  const port = runtime?.port;
  return useQuery({
    queryKey: network && account ? queryKeys.escrow(network, account) : ["escrow"],
    enabled: Boolean(network && port),
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const { escrowAccountOf } = await import("../../lib/flows/escrowAccount.ts"); // not part of the first load
      const [escrow, now] = await Promise.all([
        escrowAccountOf({ network: network!, port: port! }),
        port!.pendingTime(),
      ]);
      return { ...escrow, now };
    },
  });
}
