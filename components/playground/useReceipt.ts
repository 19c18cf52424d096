"use client";

import { useQuery } from "@tanstack/react-query";
import { readReceipt } from "../../lib/flows/api/receipt.ts";
import { queryKeys } from "../tx/queryKeys.ts";
import { pauseAfter } from "./pauseAfter.ts";

/** A receipt, read until its answer has been traced: often at first, for most are traced at once, then less and less. */
export const useReceipt = (id: string | null, key: string | null) =>
  useQuery({
    queryKey: queryKeys.receipt(id ?? ""),
    enabled: id !== null,
    queryFn: () => readReceipt(id!, key),
    retry: 8, // it is written a moment after the last word
    retryDelay: pauseAfter,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.attribution ? false : pauseAfter(state.dataUpdateCount)),
  });
