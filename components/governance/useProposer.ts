"use client";

import { useQuery } from "@tanstack/react-query";
import { formatOpen } from "../../lib/format/money.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";

/** Votes of the connected account and what a proposal needs, in wei. */
export type Proposer = { votes: bigint; threshold: bigint };

const EVERY_MS = 8_000;

export function useProposer() {
  const { network, account, runtime, wrongChain } = useWallet();
  const port = runtime?.port;
  return useQuery({
    queryKey: network && account ? queryKeys.proposer(network, account) : ["proposer"],
    enabled: Boolean(network && port && !wrongChain),
    refetchInterval: EVERY_MS,
    queryFn: async (): Promise<Proposer> => {
      const { governorCall, votesOf } = await import("../../lib/flows/governor.ts"); // not part of the first load
      const tools = { network: network!, port: port! };
      const [votes, threshold] = await Promise.all([
        votesOf(tools, port!.account),
        port!.read<bigint>(governorCall(tools, "proposalThreshold", [])),
      ]);
      return { votes, threshold };
    },
  });
}

/** Why an account cannot propose; null when it can. `undefined`: the chain has not said yet. */
export function whyNotPropose(proposer: Proposer | undefined): string | null {
  if (!proposer) return "Reading your votes from the chain.";
  if (proposer.votes >= proposer.threshold) return null;
  return `You have ${formatOpen(proposer.votes, "whole")} votes and a proposal needs ${formatOpen(proposer.threshold, "whole")}: ask a delegate to propose it.`;
}
