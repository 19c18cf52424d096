"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Tag } from "../../ui/Tag.tsx";

/** What the reader's own recomputation said. */
export type Verdict = "equal" | "unequal" | "otherText" | null;

const Context = createContext<{ verdict: Verdict; decide: (verdict: Verdict) => void }>({
  verdict: null,
  decide: () => {},
});

export function VerdictProvider({ children }: { children: ReactNode }) {
  const [verdict, decide] = useState<Verdict>(null);
  const shared = useMemo(() => ({ verdict, decide }), [verdict]);
  return <Context value={shared}>{children}</Context>;
}

export const useVerdict = () => useContext(Context);

/** Nothing until somebody recomputed: a tick must be earned in this browser. */
export function VerdictTag() {
  const { verdict } = useVerdict();
  return (
    <span aria-live="polite">
      {verdict === "equal" && <Tag tone="good">Recomputed, equal</Tag>}
      {verdict === "otherText" && <Tag tone="warn">Not equal with this text</Tag>}
      {verdict === "unequal" && <Tag tone="bad">Recomputed, not equal</Tag>}
    </span>
  );
}
