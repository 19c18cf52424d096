"use client";

import { useQuery } from "@tanstack/react-query";
import { readCredit } from "../../lib/flows/api/credit.ts";
import type { Network } from "../../lib/tx/network.ts";
import { queryKeys } from "../tx/queryKeys.ts";

const EVERY_MS = 8_000;

/** The account's credit at this server's gateway. */
export const useCredit = (network: Network | null, account: string | null) =>
  useQuery({
    queryKey: network && account ? queryKeys.credit(network, account) : ["credit"],
    enabled: Boolean(network && account),
    queryFn: () => readCredit(account!),
    refetchInterval: EVERY_MS,
  });
