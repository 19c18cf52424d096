"use client";

import { useQuery } from "@tanstack/react-query";
import { readReceipt } from "../../lib/flows/api/receipt.ts";
import { queryKeys } from "../tx/queryKeys.ts";

const SOON_MS = 700;
const LATER_MS = 5_000;
const SOON_TIMES = 60;

/** A receipt, read until its answer has been traced; less often when that takes long. */
export const useReceipt = (id: string | null, key: string | null) =>
  useQuery({
    queryKey: queryKeys.receipt(id ?? ""),
    enabled: id !== null,
    queryFn: () => readReceipt(id!, key),
    retry: 5, // it is written a moment after the last word
    retryDelay: SOON_MS,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => {
      if (state.data?.attribution) return false;
      return state.dataUpdateCount < SOON_TIMES ? SOON_MS : LATER_MS;
    },
  });
