import type { ReactNode } from "react";

/** What the wide columns of a row say, in its first cell below the desk width, where they are hidden. */
export const Folded = ({ children }: { children: ReactNode }) => (
  <span className="mt-0.5 block text-[13px] text-ink-2 md:hidden">{children}</span>
);
