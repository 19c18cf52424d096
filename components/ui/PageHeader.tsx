import type { ReactNode } from "react";

/** The top of a page: a small line above, the title, one paragraph, and the page's one main action. */
export function PageHeader({
  eyebrow,
  title,
  children,
  action,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <header className="mb-7 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        {eyebrow && <p className="mb-1.5 text-[12.5px] text-ink-3">{eyebrow}</p>}
        <h1>{title}</h1>
        {children && <div className="mt-2.5 max-w-prose text-pretty text-[16px] text-ink-2">{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </header>
  );
}
