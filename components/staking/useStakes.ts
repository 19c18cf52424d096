"use client";

import { useQuery } from "@tanstack/react-query";
import type { Position } from "@/lib/db/queries/positions.ts";
import type { OwnSlash } from "@/lib/db/queries/slashes.ts";
import type { Network } from "../../lib/tx/network.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { readStakes } from "./reads.ts";

const EVERY_MS = 6_000;

/** A position as the index lists it, with what the chain itself says now: the amounts that a person acts on. */
export type LivePosition = Position & {
  /** Shares of its pool that do not thaw: among these, rewards are divided. */
  poolEarning: bigint;
  /** Wei to be claimed, in OPEN; and units of the stable token by its own decimals. */
  due: bigint;
  dueDollar: bigint;
};

export type Stakes = {
  positions: LivePosition[];
  slashes: OwnSlash[];
  /** Chain time, unix seconds. */
  now: number;
};

/** The account's positions: which ones from the index, how much from the chain. */
export function useStakes(network: Network, account: string) {
  const port = useWallet().runtime?.port;
  return useQuery<Stakes>({
    queryKey: queryKeys.stakes(network, account),
    enabled: Boolean(port),
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const [{ readLive }, { positions, slashes }] = await Promise.all([
        import("../../lib/flows/livePosition.ts"), // not part of the first load
        readStakes(account),
      ]);
      const tools = { port: port!, network };
      const [live, now] = await Promise.all([
        Promise.all(positions.map(async (position) => ({ ...position, ...(await readLive(tools, position.target)) }))),
        port!.pendingTime(),
      ]);
      return { positions: live, slashes, now };
    },
  });
}
