import type { ReactNode } from "react";
import { classes } from "../ui/classes.ts";

/** A quiet fact in the top bar. */
export function Pill({ children, className, title }: { children: ReactNode; className?: string; title?: string }) {
  return (
    <span
      title={title}
      className={classes(
        "num whitespace-nowrap rounded-full border border-line px-2.5 py-1 text-[12.5px] text-ink-2",
        className,
      )}
    >
      {children}
    </span>
  );
}
