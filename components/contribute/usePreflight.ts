"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { readPreflight } from "../../lib/flows/api/preflight.ts";
import type { Draft } from "../../lib/flows/storeContribution.ts";

const NOBODY = "0x0000000000000000000000000000000000000000";
const PAUSE_MS = 500;

/** Value after it has been still for a moment. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** The preflight of a draft, a moment after the last key. `checking` while what is shown is not of the text as it stands. */
export function usePreflight(datanet: bigint, draft: Draft, contributor: string | null) {
  const text = useSettled(draft.text, PAUSE_MS);
  const title = useSettled(draft.title, PAUSE_MS) || "Untitled";
  const who = contributor ?? NOBODY;
  const query = useQuery({
    queryKey: ["preflight", String(datanet), who, title, text],
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 0, // texts are large
    queryFn: () => readPreflight({ datanet, contributor: who, title, text }),
  });
  const empty = draft.text.trim() === "";
  return {
    result: empty ? null : (query.data ?? null),
    error: empty ? null : query.error,
    checking: !empty && (text !== draft.text || query.isFetching),
  };
}
