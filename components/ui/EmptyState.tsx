import type { ReactNode } from "react";

/** Nothing here yet, or nothing found: says which, why, and the next step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 py-6">
      <p className="font-[550]">{title}</p>
      {children && <div className="max-w-prose text-[14px] text-ink-2">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
