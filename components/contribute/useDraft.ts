"use client";

import { useEffect, useState } from "react";
import type { Draft } from "../../lib/flows/storeContribution.ts";

/** What is being written for one datanet, kept in this tab until it is contributed. */
export function useDraft(datanet: bigint, empty: Draft) {
  const key = `openledger:draft:${datanet}`;
  const [draft, setDraft] = useState(empty);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept) setDraft(JSON.parse(kept) as Draft);
  }, [key]);

  function change(part: Partial<Draft>) {
    const next = { ...draft, ...part };
    setDraft(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Too long for the tab's store: it is only a convenience, the text stays in the page.
    }
  }

  function clear() {
    sessionStorage.removeItem(key);
    setDraft(empty);
  }
  return { draft, change, clear };
}
