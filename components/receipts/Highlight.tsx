"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type Shared = {
  /** The contribution that is pointed at, in the text or in the list. */
  active: number | null;
  point: (contribution: number | null) => void;
};

const Context = createContext<Shared>({ active: null, point: () => {} });

/** Lets the answer's spans and the shares light up together. */
export function HighlightProvider({ children }: { children: ReactNode }) {
  const [active, point] = useState<number | null>(null);
  const shared = useMemo(() => ({ active, point }), [active]);
  return <Context value={shared}>{children}</Context>;
}

/** Handlers and state of one thing that belongs to a contribution. */
export function useHighlight(contribution: number) {
  const { active, point } = useContext(Context);
  return {
    on: active === contribution,
    handlers: {
      onPointerEnter: () => point(contribution),
      onPointerLeave: () => point(null),
      onFocus: () => point(contribution),
      onBlur: () => point(null),
    },
  };
}
