import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** Things that belong together. `action` stands at the right of the title (a link, a tag). */
export function Card({
  title,
  note,
  action,
  id,
  className,
  children,
}: {
  title?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={title && id ? `${id}-title` : undefined}
      id={id}
      className={classes("min-w-0 rounded-card border border-line bg-surface p-4 sm:p-5", className)}
    >
      {(title || action) && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title && <h2 id={id ? `${id}-title` : undefined}>{title}</h2>}
          {action && <div className="text-[13px]">{action}</div>}
          {note && <p className="w-full text-[13px] text-ink-2">{note}</p>}
        </div>
      )}
      {children}
    </section>
  );
}
